import "server-only";
import { type AccessScope, scopeFor } from "../access/scope.ts";
import { ANONYMOUS } from "../access/viewer.ts";
import type { Catalog, FacetValue } from "../catalog/catalog.ts";
import type { ChartroomConfig } from "../config/chartroom-config.ts";
import { loadConfig } from "../config/load-config.ts";
import { createChartContent } from "../content/content-parts.ts";
import { createIndexedCatalog } from "../search/indexed-catalog.ts";
import { createMeilisearchEngine } from "../search/meilisearch-engine.ts";
import type { SearchReader } from "../search/search-engine.ts";
import { postWishes, type Wish } from "../search/wishes.ts";
import { createSources } from "../source/create-sources.ts";
import { findValues, type ValueQuestion } from "./known-values.ts";

/** The catalog, and what the viewer of this request may see of it. */
export interface ViewerCatalog {
  readonly catalog: Catalog;
  readonly scope: AccessScope;
  /** Base address of this server, for answers that leave it; without a trailing slash. */
  readonly publicUrl: string;
}

/** The one door pages and routes go through. */
export async function viewerCatalog(): Promise<ViewerCatalog> {
  const { catalog, config } = webProcess();
  return { catalog, scope: scopeFor(ANONYMOUS, config.sources), publicUrl: config.publicUrl };
}

/** Values of a qualifier in the charts the viewer of this request may see. Throws `CatalogError`. */
export async function viewerValues(question: ValueQuestion): Promise<readonly FacetValue[]> {
  const { reader, config } = webProcess();
  return findValues(reader, question, scopeFor(ANONYMOUS, config.sources));
}

/** How the indexer is asked to read something: by a note in the index, the one thing the two processes share. */
export interface WishDesk {
  readonly config: ChartroomConfig;
  /** Resolves when the note is written; throws `CatalogError`. */
  readonly post: (wishes: readonly Wish[]) => Promise<void>;
}

/** The desk of this process. */
export function wishDesk(): WishDesk {
  return webProcess();
}

interface WebProcess extends WishDesk {
  readonly catalog: Catalog;
  readonly reader: SearchReader;
}

/** Next.js may load this module more than once in a process; connections and caches are there once. */
const shared: { chartroom?: WebProcess } = globalThis as { chartroom?: WebProcess };

function webProcess(): WebProcess {
  shared.chartroom ??= compose();
  return shared.chartroom;
}

/** The composition root of the web process. Throws `ConfigError` if it is not configured. */
function compose(): WebProcess {
  const config = loadConfig(process.env);
  if (config.meili === null) throw new Error("The web process needs MEILI_URL; `npm start` sets it.");
  const sources = new Map(createSources(config.sources).map((source) => [source.id, source]));
  const { charts } = createChartContent(config.dataFolder);
  const reader = createMeilisearchEngine(config.meili);
  const post: WishDesk["post"] = (wishes) => postWishes(reader, wishes, new Date());
  return { config, post, reader, catalog: createIndexedCatalog({ reader, charts, sources }) };
}
