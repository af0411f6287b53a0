import type { SearchEngine } from "#lib/search/search-engine.ts";
import { CHARTS, RELEASES } from "#lib/search/settings.ts";
import type { MixedChart } from "./chart-mixer.ts";

/** Charts sent in one request, about 20 MB. */
const BATCH = 400;

/** Adds charts and their releases, telling of each, and resolves when all can be found. */
export async function fillIndex(
  engine: SearchEngine,
  charts: Iterable<MixedChart>,
  onChart: (chart: MixedChart) => void,
): Promise<void> {
  let batch: MixedChart[] = [];
  const send = async () => {
    const releases = batch.flatMap((one) => one.releases);
    const documents = batch.map(({ chart }) => chart);
    batch = [];
    await engine.enqueue(RELEASES, releases);
    await engine.enqueue(CHARTS, documents);
  };
  for (const chart of charts) {
    onChart(chart);
    batch.push(chart);
    if (batch.length === BATCH) await send();
  }
  await send();
  // Tasks are done in the order they came: this one, which does nothing, last.
  await engine.remove(CHARTS, ["none"]);
}
