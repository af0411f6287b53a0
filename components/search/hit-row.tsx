import { memo } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { LetterIcon } from "#components/ui/letter-icon.tsx";
import { MarkedText } from "#components/ui/marked-text.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { ChartHit, Match } from "#lib/catalog/catalog.ts";
import { HitPlaces } from "./hit-places.tsx";
import { HitSnippet } from "./hit-snippet.tsx";
import { planSnippets } from "./plan-snippets.ts";

/** Versions up to this many characters fit their column on one line. */
const SHORT_VERSION = 16;

/** One chart found. The link of its name covers the row; what one may want to select and copy lies above it. */
export const HitRow = memo(function HitRow({ hit }: { hit: ChartHit }) {
  const matchIn = (field: Match["field"]) => hit.matched.find((match) => match.field === field);
  const name = matchIn("name");
  const description = matchIn("description");
  return (
    <li className="hit-row relative grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3.5 border-rule border-b py-3.5 sm:grid-cols-[2.25rem_minmax(0,1fr)_10.5rem]">
      <LetterIcon name={hit.name} />
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5">
          <h2 className="font-semibold text-lg leading-[1.3]">
            <a
              href={hit.url}
              className="after:absolute after:inset-0 hover:underline hover:decoration-signal hover:underline-offset-3 focus-visible:outline-none"
            >
              <bdi>
                <MarkedText segments={name?.segments ?? [{ text: hit.name, match: false }]} />
              </bdi>
            </a>
          </h2>
          <span className="font-mono text-ink-3 text-sm">
            {hit.source}
            {hit.namespace !== "" && ` / ${hit.namespace}`}
          </span>
          <Marks hit={hit} />
        </div>
        {hit.description !== "" && (
          <p dir="auto" className="mt-0.5 line-clamp-2 max-w-[66ch] text-ink-2">
            <MarkedText segments={description?.segments ?? [{ text: hit.description, match: false }]} />
          </p>
        )}
        {planSnippets(hit.matched).map((snippet, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two keys of one name are told apart by nothing else, and none is ever moved
          <HitSnippet key={index} snippet={snippet} />
        ))}
        <HitPlaces hit={hit} />
      </div>
      <p className="relative text-ink-3 text-sm leading-[1.45] max-sm:col-start-2 max-sm:mt-1.5 max-sm:flex max-sm:flex-wrap max-sm:items-baseline max-sm:gap-x-2.5 sm:justify-self-end sm:text-right">
        <span
          className={`block font-mono font-semibold text-ink ${hit.version.length > SHORT_VERSION ? "" : "text-base"}`}
        >
          {hit.version}
        </span>
        {hit.appVersion !== null && <span className="block">app {hit.appVersion}</span>}
        {hit.updated !== null && <RelativeTime iso={hit.updated} />}
      </p>
    </li>
  );
});

/** What sets this chart apart; most have none of these. */
function Marks({ hit }: { hit: ChartHit }) {
  return (
    <>
      {hit.deprecated && <Badge tone="bad">deprecated</Badge>}
      {hit.prerelease && <Badge tone="warn">prerelease</Badge>}
      {hit.type === "library" && <Badge>library</Badge>}
      {hit.signed && <Badge>signed</Badge>}
      {hit.hasSchema && <Badge>schema</Badge>}
    </>
  );
}
