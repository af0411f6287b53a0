import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { createMeilisearchEngine } from "#lib/search/meilisearch-engine.ts";
import { prepareIndexes } from "#lib/search/prepare-indexes.ts";
import { startMeilisearch } from "../../test/support/meilisearch.ts";
import { mixCharts, readIngredients, SOURCE } from "./chart-mixer.ts";
import { fillIndex } from "./fill-index.ts";
import { indexLines, measureHelmSearch } from "./helm-index.ts";
import { prefixesOf, typedQueries } from "./typed-queries.ts";
import { measureTyping, type TypingFigures } from "./typing-load.ts";
import { peakMegabytes, startWeb } from "./web-process.ts";

const RELEASES_A_CHART = 8;
const SIZES = [1_000, 10_000, 100_000].map((releases) => releases / RELEASES_A_CHART);
const CLIENTS = [1, 32] as const;
/** An index is filled by no visitor: its tasks may take long. ms. */
const PATIENT = { promptMs: 120_000, patientMs: 1_200_000 };

/** What was measured at one size. */
export interface GrowthFigures {
  readonly charts: number;
  readonly releases: number;
  /** Making the documents included, s. */
  readonly fillSeconds: number;
  readonly diskMegabytes: number;
  readonly typing: readonly { readonly clients: number; readonly figures: TypingFigures }[];
  /** At most, up to here. */
  readonly engineMegabytes: number;
  readonly webMegabytes: number;
  /** `helm search repo` over an index of the same releases, ms. */
  readonly helmMs: number;
  /** Of the machine, one minute, before and behind. */
  readonly load: readonly [number, number];
}

/** Fills one index further and further, and at each size types into the real web process. */
export async function measureGrowth(): Promise<readonly GrowthFigures[]> {
  await using parts = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "bench-search-"));
  parts.defer(() => rm(folder, { recursive: true, force: true }));
  const database = await mkdtemp(join(tmpdir(), "bench-search-index-"));
  parts.defer(() => rm(database, { recursive: true, force: true }));
  const meilisearch = await startMeilisearch(database);
  parts.defer(() => meilisearch.stop());
  const engine = createMeilisearchEngine({ ...meilisearch, timeouts: PATIENT });
  await prepareIndexes(engine);
  const web = parts.use(await startWeb(folder, SOURCE, meilisearch));

  const ingredients = await readIngredients();
  const texts = typedQueries(ingredients).flatMap(prefixesOf);
  const helmLines: string[] = [];
  const figures: GrowthFigures[] = [];
  let from = 0;
  for (const charts of SIZES) {
    const before = loadavg()[0] ?? 0;
    const started = performance.now();
    await fillIndex(engine, mixCharts(ingredients, { from, to: charts, releases: RELEASES_A_CHART }), (one) =>
      helmLines.push(...indexLines(one)),
    );
    const fillSeconds = (performance.now() - started) / 1000;
    from = charts;
    // Not counted: code that was never run, pages of the index that were never read.
    await measureTyping(
      web.url,
      texts.filter((_, at) => at % 20 === 0),
      1,
    );
    const typing: GrowthFigures["typing"][number][] = [];
    for (const clients of CLIENTS) {
      const measured = await measureTyping(web.url, texts, clients);
      typing.push({ clients, figures: measured });
      // All of it takes minutes.
      console.error(
        `search: ${charts * RELEASES_A_CHART} releases, ${clients} clients: p95 ${measured.p95.toFixed(1)} ms`,
      );
    }
    figures.push({
      charts,
      releases: charts * RELEASES_A_CHART,
      fillSeconds,
      diskMegabytes: await megabytesOf(database),
      typing,
      engineMegabytes: await peakMegabytes(meilisearch.pid()),
      webMegabytes: await peakMegabytes(web.pid),
      helmMs: await measureHelmSearch(folder, helmLines),
      load: [before, loadavg()[0] ?? 0],
    });
  }
  return figures;
}

/** What the files of a folder take on disk; a database's file may have holes. */
async function megabytesOf(folder: string): Promise<number> {
  const paths = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(
    paths.map((path) =>
      stat(join(folder, path)).then(
        ({ blocks }) => blocks * 512,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1e6;
}
