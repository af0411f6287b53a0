import type { Metadata } from "next";
import { AskingNote } from "#components/source/asking-note.tsx";
import { SourcesList } from "#components/source/sources-list.client.tsx";
import { BlankState } from "#components/ui/blank-state.tsx";
import { controlStyle } from "#components/ui/control-style.ts";
import { PageFrame } from "#components/ui/page-frame.tsx";
import { CatalogError, type SourceState } from "#lib/catalog/catalog.ts";
import { readingsAllowed } from "#lib/server/ask-indexer.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";

export const metadata: Metadata = { title: "Sources" };

export default async function SourcesPage() {
  const sources = await readSources();
  const askable = readingsAllowed();
  return (
    <PageFrame
      band={
        <div className="pt-3 pb-6">
          <h1 className="font-bold text-2xl leading-tight tracking-[-0.01em]">Sources</h1>
          <p className="mt-1 max-w-[66ch] text-ink-2">
            The registries these charts come from, and how current they are.
          </p>
        </div>
      }
    >
      <div className="page-width pb-14">
        {sources === null ? (
          <Unknown />
        ) : sources.length === 0 ? (
          <NoSources />
        ) : (
          <>
            <SourcesList initial={sources} askable={askable} />
            <AskingNote askable={askable} />
          </>
        )}
      </div>
    </PageFrame>
  );
}

/** Null when the search engine, which keeps the states, does not answer. */
async function readSources(): Promise<readonly SourceState[] | null> {
  try {
    const { catalog, scope } = await viewerCatalog();
    return await catalog.sources(scope);
  } catch (error) {
    if (error instanceof CatalogError) return null;
    throw error;
  }
}

function NoSources() {
  return (
    <BlankState title="No registry is configured">
      <p>
        Add one to <code>chartroom.yaml</code>, or start with{" "}
        <code>npm start -- --registry https://registry.example.com</code>.
      </p>
    </BlankState>
  );
}

function Unknown() {
  return (
    <BlankState title="The search engine does not answer">
      <p>It keeps what is known of the sources, and is probably starting; that takes a few seconds.</p>
      <p>
        <a href="/sources" className={controlStyle.secondary}>
          Try again
        </a>
      </p>
    </BlankState>
  );
}
