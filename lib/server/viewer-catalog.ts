import "server-only";
import { type AccessScope, scopeFor } from "../access/scope.ts";
import { ANONYMOUS } from "../access/viewer.ts";
import type { Catalog, FacetValue } from "../catalog/catalog.ts";
import type { ChartroomConfig, SourceId } from "../config/chartroom-config.ts";
import { loadConfig } from "../config/load-config.ts";
import { createChartContent } from "../content/content-parts.ts";
import { createPromptReader } from "../content/prompt-reader.ts";
import { wishDocumentId } from "../search/document.ts";
import { createIndexedCatalog } from "../search/indexed-catalog.ts";
import { readLatestDigests } from "../search/latest-archives.ts";
import { createMeilisearchEngine } from "../search/meilisearch-engine.ts";
import type { SearchReader } from "../search/search-engine.ts";
import { WishLimit } from "../search/wish-limit.ts";
import { postWish, postWishes, type Wish, wholeReading } from "../search/wishes.ts";
import { createSources } from "../source/create-sources.ts";
import { createLog } from "../support/log.ts";
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
  /** Resolves when the note is accepted; throws `CatalogError`. */
  readonly post: (wishes: readonly Wish[]) => Promise<void>;
  /** Asks for a reading of a whole source; resolves when the note can be seen, throws `CatalogError`. Who asks while it is written shares it. */
  readonly postReading: (source: SourceId, acceptEmpty: boolean) => Promise<void>;
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

/** How long a page waits for an archive that only its registry has, ms. */
const LIVE_READ_MS = 20_000;

/** The composition root of the web process. Throws `ConfigError` if it is not configured. */
function compose(): WebProcess {
  const config = loadConfig(process.env);
  if (config.meili === null) throw new Error("The web process needs MEILI_URL; `npm start` sets it.");
  const sources = new Map(createSources(config.sources).map((source) => [source.id, source]));
  const reader = createMeilisearchEngine(config.meili);
  const content = createChartContent(config.dataFolder, {
    maxBytes: config.contentBytes,
    pinned: () => readLatestDigests(reader),
    log: createLog({ level: config.logLevel, name: "web" }),
  });
  const charts = createPromptReader(content.charts, LIVE_READ_MS);
  const limit = new WishLimit();
  const post: WishDesk["post"] = (wishes) => postWishes(reader, limit.admit(wishes, Date.now()), new Date());
  const underWay = new Map<string, Promise<void>>();
  const postReading: WishDesk["postReading"] = (source, acceptEmpty) => {
    const wish = wholeReading(source, acceptEmpty);
    const id = wishDocumentId(wish);
    const posted = underWay.get(id) ?? postWish(reader, wish, new Date()).finally(() => underWay.delete(id));
    underWay.set(id, posted);
    return posted;
  };
  return { config, post, postReading, reader, catalog: createIndexedCatalog({ reader, charts, sources }) };
}
