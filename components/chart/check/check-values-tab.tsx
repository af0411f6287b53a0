import type { ChartId } from "#lib/catalog/chart-path.ts";
import { ValuesNav } from "../values/values-nav.tsx";
import { CheckValues } from "./check-values.client.tsx";

/** Versions one can choose among; whoever looks for an older one comes from its page, which is always among them. */
const MAX_VERSIONS = 300;

/** Whether a values file still fits: checked in the browser, which is said, or else by Helm. */
export function CheckValuesTab({
  id,
  version,
  address,
  versions,
  hasFiles,
  command,
}: {
  id: ChartId;
  /** The release shown. */
  version: string;
  /** What the page's address names, for links that stay on it. */
  address: string | null;
  /** Those that can be read, newest first. */
  versions: readonly string[];
  /** Whether the chart has a file of values. */
  hasFiles: boolean;
  /** What does much the same with Helm. */
  command: string;
}) {
  const offered = versions.slice(0, MAX_VERSIONS);
  return (
    <section aria-labelledby="check-title">
      <div className="mb-3 flex">
        <ValuesNav id={id} address={address} chosen="check" sought={null} hasFiles={hasFiles} />
      </div>
      <h2 id="check-title" className="font-semibold text-lg">
        Check my values
      </h2>
      <p className="mt-1 mb-3 max-w-[44rem] text-ink-2">
        Paste a values file, or drop it here: keys this chart does not know, keys that are gone in a newer
        version, what its schema forbids, and what is the default anyway.{" "}
        <strong className="font-semibold text-ink">The file stays in your browser</strong>: it is checked
        there and sent nowhere. This tab keeps it until you close or clear it, so that you can look around in
        between.
      </p>
      <noscript>
        <p className="border-land-ink border-l-3 bg-land px-3 py-2 text-land-ink text-sm">
          The check runs in the browser and needs JavaScript. Helm says much the same on your machine, save
          for keys nobody reads: <code>{command}</code>
        </p>
      </noscript>
      <div className="noscript:hidden">
        <CheckValues
          id={id}
          version={version}
          versions={offered.includes(version) ? offered : [version, ...offered]}
        />
      </div>
    </section>
  );
}
