import { quantile } from "./statistics.ts";

// Names, words of descriptions, several words, typos: what people type.
const QUERIES = [
  "redis",
  "postgresql",
  "ingress-nginx",
  "cert-manager",
  "argo-cd",
  "kafka",
  "prometheus",
  "grafana dashboard",
  "message queue",
  "object storage",
  "certificates",
  "log collector",
  "kubernetes operator",
  "postgers",
  "opentelemetry",
  "backup cluster",
];

/** As the browser's type-ahead sees it, milliseconds. */
export interface LatencyFigures {
  readonly requests: number;
  readonly p50: number;
  readonly p95: number;
}

/** Asks the API for every prefix of every query, one after the other, twice; the first time warms up. */
export async function measureSearchLatency(url: string): Promise<LatencyFigures> {
  const prefixes = QUERIES.flatMap((query) => Array.from(query, (_, index) => query.slice(0, index + 1)));
  for (const prefix of prefixes) await ask(url, prefix);
  const samples: number[] = [];
  for (const prefix of prefixes) samples.push(await ask(url, prefix));
  return { requests: samples.length, p50: quantile(samples, 0.5), p95: quantile(samples, 0.95) };
}

async function ask(url: string, text: string): Promise<number> {
  const started = performance.now();
  const answer = await fetch(`${url}/api/v1/search?q=${encodeURIComponent(text)}`);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`search for "${text}": ${answer.status}`);
  return performance.now() - started;
}
