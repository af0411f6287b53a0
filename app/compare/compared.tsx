import type { CompareView } from "#components/compare/compare-view.ts";
import { Comparison } from "#components/compare/comparison.tsx";
import { TextDiff } from "#components/compare/text-diff.tsx";
import { BlankState } from "#components/ui/blank-state.tsx";
import { type ChartAddress, comparePath } from "#lib/catalog/chart-path.ts";
import {
  type ComparedRelease,
  compareReleaseFile,
  compareReleases,
  type Reading,
} from "#lib/server/release/release-comparison.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";
import type { FoundSide } from "./load-sides.ts";

/** What differs between two releases, or why that cannot be said. */
export async function Compared({ from, to, view }: { from: FoundSide; to: FoundSide; view: CompareView }) {
  const [old, fresh] = [contentOf(from), contentOf(to)];
  if (old.kind === "unreadable" || fresh.kind === "unreadable") {
    return (
      <BlankState title="These two cannot be compared">
        <p>What is not read cannot be compared; that says nothing of whether they differ.</p>
        {old.kind === "unreadable" && <p>From: {old.reason}</p>}
        {fresh.kind === "unreadable" && <p>To: {fresh.reason}</p>}
      </BlankState>
    );
  }
  const reading = await viewerCatalog();
  if (view.show !== null) {
    return <ShownFile path={view.show} sides={{ from, to }} old={old} fresh={fresh} reading={reading} />;
  }
  return (
    <Comparison
      comparison={await compareReleases(old, fresh, reading)}
      from={from.address}
      to={to.address}
      part={view.part}
    />
  );
}

type Content =
  | (ComparedRelease & { readonly kind: "readable" })
  | { readonly kind: "unreadable"; readonly reason: string };

function contentOf({ release }: FoundSide): Content {
  const { summary, content } = release;
  if (summary.error !== null) return { kind: "unreadable", reason: summary.error };
  if (content.kind === "unavailable") return { kind: "unreadable", reason: content.reason };
  return { kind: "readable", release, content: content.content };
}

async function ShownFile({
  path,
  sides: { from, to },
  old,
  fresh,
  reading,
}: {
  path: string;
  sides: { from: FoundSide; to: FoundSide };
  old: ComparedRelease;
  fresh: ComparedRelease;
  reading: Reading;
}) {
  const file = await compareReleaseFile(old, fresh, path, reading);
  const pinned = ({ address, release }: FoundSide): ChartAddress & { version: string } => ({
    id: address.id,
    version: release.summary.version,
  });
  return (
    <>
      <p className="text-sm">
        <a href={comparePath(from.address, to.address)} className="text-link">
          All parts
        </a>
      </p>
      <h2 className="mt-2 font-semibold text-lg">
        <code>{path}</code>
      </h2>
      {file === null ? (
        <p>Neither side has this file.</p>
      ) : (
        <TextDiff file={file} from={pinned(from)} to={pinned(to)} />
      )}
    </>
  );
}
