import { startNotifiedIndexer } from "../test/support/notified-indexer.ts";
import { quantile } from "./statistics.ts";

const PUSHES = 50;

/** From the end of `helm push` until the chart is found, ms. */
export interface PushFigures {
  readonly pushes: number;
  readonly p50: number;
  readonly p95: number;
}

/** Pushes new charts one after the other to a Distribution that sends notifications. */
export async function measurePushToSearchable(): Promise<PushFigures> {
  await using indexer = await startNotifiedIndexer();
  const took: number[] = [];
  for (let number = 0; number < PUSHES; number += 1) {
    took.push(await indexer.pushUntilFound(`chart-${number}`));
  }
  return { pushes: PUSHES, p50: quantile(took, 0.5), p95: quantile(took, 0.95) };
}
