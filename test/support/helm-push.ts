import { basename } from "node:path";
import pMap from "p-map";
import type { Helm } from "./helm.ts";

/** Helm processes at a time; more do not get done sooner on two cores. */
const CONCURRENCY = 3;

/** An archive and where it goes. */
export interface PushOrder {
  /** Path of a .tgz; a `.prov` beside it goes along. */
  readonly file: string;
  /** Path of the repository above the chart's name. */
  readonly namespace: string;
}

/** A chart in the registry, as Helm says it put it there. */
export interface PushedChart extends PushOrder {
  readonly repository: string;
  /** With `_` for the version's `+`. */
  readonly tag: string;
  /** Of the manifest. */
  readonly digest: string;
}

/** What Helm would not push, in its words. */
export interface RefusedChart extends PushOrder {
  readonly reason: string;
}

/** What came of a list of orders. */
export interface PushReport {
  readonly pushed: readonly PushedChart[];
  readonly refused: readonly RefusedChart[];
}

/** Pushes archives with the real Helm to the registry that speaks plain HTTP on `host`. */
export async function pushCharts(
  helm: Helm,
  host: string,
  orders: readonly PushOrder[],
): Promise<PushReport> {
  const results = await pMap(orders, (order) => pushChart(helm, host, order), { concurrency: CONCURRENCY });
  return {
    pushed: results.filter((result) => "digest" in result),
    refused: results.filter((result) => "reason" in result),
  };
}

async function pushChart(helm: Helm, host: string, order: PushOrder): Promise<PushedChart | RefusedChart> {
  let answer: string;
  try {
    const target = `oci://${host}/${order.namespace}`;
    answer = (await helm("push", order.file, target, "--plain-http")).stderr.toString();
  } catch (error) {
    return { ...order, reason: error instanceof Error ? error.message : String(error) };
  }
  const [, reference = "", digest = ""] = /^Pushed: (\S+)\nDigest: (\S+)$/m.exec(answer) ?? [];
  if (!reference.startsWith(`${host}/`)) throw new Error(`helm push ${basename(order.file)} said: ${answer}`);
  const place = reference.slice(host.length + 1);
  const colon = place.lastIndexOf(":");
  return { ...order, repository: place.slice(0, colon), tag: place.slice(colon + 1), digest };
}
