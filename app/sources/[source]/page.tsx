import type { Metadata } from "next";
import { AskingNote } from "#components/source/asking-note.tsx";
import { FailedReleaseList } from "#components/source/failed-releases.tsx";
import { LiveSource } from "#components/source/sources-list.client.tsx";
import { BlankState } from "#components/ui/blank-state.tsx";
import { PageFrame } from "#components/ui/page-frame.tsx";
import { CatalogError } from "#lib/catalog/catalog.ts";
import { readingsAllowed } from "#lib/server/ask-indexer.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";
import { MissingPage } from "../../missing-page.tsx";

type Props = PageProps<"/sources/[source]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await params).source} · Sources` };
}

export default async function SourcePage({ params }: Props) {
  const { source: name } = await params;
  const found = await readSource(name);
  if (found === null) return <MissingPage />;
  const askable = readingsAllowed();
  return (
    <PageFrame
      band={
        <div className="pt-3 pb-6">
          <p className="text-sm">
            <a href="/sources" className="text-link">
              Sources
            </a>
          </p>
          <h1 className="font-bold text-2xl leading-tight tracking-[-0.01em]">{name}</h1>
          {found !== "unknown" && (
            <p className="wrap-anywhere mt-1 font-mono text-ink-2 text-sm">{found.state.registry}</p>
          )}
        </div>
      }
    >
      <div className="page-width pt-5 pb-14">
        {found === "unknown" ? (
          <BlankState title="The search engine does not answer">
            <p>It keeps what is known of the sources, and is probably starting. Load the page again soon.</p>
          </BlankState>
        ) : (
          <>
            <LiveSource initial={found.state} askable={askable} />
            <FailedReleaseList failed={found.failed} />
            <AskingNote askable={askable} />
          </>
        )}
      </div>
    </PageFrame>
  );
}

/** Null: there is none, or it is not the viewer's to see; `unknown` when the search engine does not answer. */
async function readSource(name: string) {
  try {
    const { catalog, scope } = await viewerCatalog();
    const state = (await catalog.sources(scope)).find(({ id }) => id === name);
    const failed = state === undefined ? null : await catalog.failedReleases(state.id, scope);
    return state === undefined || failed === null ? null : { state, failed };
  } catch (error) {
    if (error instanceof CatalogError) return "unknown";
    throw error;
  }
}
