import type { SourceState } from "#lib/catalog/catalog.ts";
import { ReadNow } from "./read-now.client.tsx";
import { SourceBadge } from "./source-badge.tsx";
import { SourceFacts } from "./source-facts.tsx";

/** One registry among others. */
export function SourceRow({ source, askable }: { source: SourceState; askable: boolean }) {
  return (
    <li id={source.id} className="scroll-mt-4 border-rule border-b py-5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="font-semibold text-lg">
          <a href={`/sources/${source.id}`} className="text-link">
            {source.id}
          </a>
        </h2>
        <span className="font-mono text-ink-3 text-sm">{source.registry}</span>
        <SourceBadge status={source.status} />
        {askable && <ReadNow source={source} />}
      </div>
      <SourceFacts source={source} askable={askable} />
    </li>
  );
}
