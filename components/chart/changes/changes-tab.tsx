import { Html } from "#components/markup/html.tsx";
import { formatQuantity } from "#components/ui/format.ts";
import { Notice } from "#components/ui/notice.tsx";
import { PageLinks } from "#components/ui/page-links.tsx";
import { type ChartId, changelogPath, chartPath, filePath } from "#lib/catalog/chart-path.ts";
import type { ReleaseChanges } from "#lib/catalog/chart-relations.ts";
import type { RenderedMarkdown } from "#lib/markup/render-markdown.ts";
import { changesPath } from "../chart-view.ts";
import { type ChangesPage, changesByTag } from "./plan-changes.ts";
import { ReleaseEntry } from "./release-entry.tsx";
import "#components/markup/code.css";
import "#components/markup/prose.css";

/** The history of the archive, as far as it can be shown. */
type Changelog =
  | { readonly kind: "rendered"; readonly path: string; readonly rendered: RenderedMarkdown }
  | { readonly kind: "unreadable"; readonly path: string; readonly reason: string };

/** What changed, release by release: in the authors' words, and by what differs. */
export function ChangesTab({
  id,
  version,
  address,
  latest,
  list,
  changes,
  changelog,
}: {
  id: ChartId;
  /** The release shown. */
  version: string;
  /** What the page's address names, for links that stay on it. */
  address: string | null;
  /** The newest version there is. */
  latest: string;
  list: ChangesPage;
  changes: readonly ReleaseChanges[];
  changelog: Changelog | null;
}) {
  const said = changesByTag(changes);
  return (
    <>
      <div className="flex flex-wrap gap-x-5 gap-y-1 border-ink border-b pb-1.5 text-sm">
        <h2 className="mr-auto font-semibold text-lg">Release by release</h2>
        {list.newer > 0 && (
          <a href={chartPath(id, latest, "changes")} className="self-end text-link">
            {formatQuantity(list.newer, "newer release")}
          </a>
        )}
        <a href={changelogPath(id)} className="self-end text-link">
          As Markdown
        </a>
        {changelog !== null && (
          <a href="#changelog" className="self-end text-link">
            {changelog.path}
          </a>
        )}
      </div>
      <ol>
        {list.releases.map((one) => (
          <ReleaseEntry
            key={one.release.tag}
            id={id}
            changed={one}
            said={said.get(one.release.tag) ?? null}
            saidBefore={said.get(one.before?.tag ?? "") ?? null}
          />
        ))}
      </ol>
      <PageLinks
        label="Pages of changes"
        page={list.page}
        pages={list.pages}
        hrefOf={(page) => changesPath(id, address, page)}
      />
      {changelog !== null && <PackedChangelog id={id} version={version} changelog={changelog} />}
    </>
  );
}

function PackedChangelog({ id, version, changelog }: { id: ChartId; version: string; changelog: Changelog }) {
  const whole = (
    <a href={filePath(id, version, changelog.path)} className="text-link">
      The file as it is
    </a>
  );
  return (
    <section aria-labelledby="changelog" className="mt-10">
      <h2
        id="changelog"
        className="mb-3 scroll-mt-4 break-all border-ink border-b pb-1.5 font-semibold text-lg"
      >
        {changelog.path}
      </h2>
      {changelog.kind === "unreadable" ? (
        <Notice>
          {changelog.reason} {whole}
        </Notice>
      ) : (
        <>
          {changelog.rendered.cut && <Notice>This file is longer than what is shown. {whole}</Notice>}
          <Html as="div" html={changelog.rendered.html} className="prose" />
        </>
      )}
    </section>
  );
}
