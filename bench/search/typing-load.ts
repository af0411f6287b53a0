import { Agent, request } from "undici";
import { quantile } from "../statistics.ts";

/** Milliseconds, unless said otherwise. */
export interface TypingFigures {
  readonly requests: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly perSecond: number;
  /** Of the slowest engine question of each search, as the API tells it. */
  readonly engineP95: number;
  readonly answerKilobytes: number;
}

/**
 * Asks every text once, so many clients at a time, each as soon as it has its last answer; an answer counts when its last
 * byte is here. A client is a connection that stays open.
 */
export async function measureTyping(
  url: string,
  texts: readonly string[],
  clients: number,
): Promise<TypingFigures> {
  const samples: number[] = [];
  const engine: number[] = [];
  let bytes = 0;
  const agent = new Agent({ connections: clients });
  const left = texts[Symbol.iterator]();
  const client = async () => {
    // One iterator for all: each text is taken by whoever is free.
    for (const text of left) {
      const started = performance.now();
      const { statusCode, body } = await request(`${url}/api/v1/search?q=${encodeURIComponent(text)}`, {
        dispatcher: agent,
      });
      const answer = Buffer.from(await body.arrayBuffer());
      samples.push(performance.now() - started);
      if (statusCode !== 200) throw new Error(`search for "${text}": ${statusCode}`);
      bytes += answer.length;
      engine.push(JSON.parse(answer.toString()).tookMs);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - started) / 1000;
  await agent.close();
  return {
    requests: samples.length,
    p50: quantile(samples, 0.5),
    p95: quantile(samples, 0.95),
    p99: quantile(samples, 0.99),
    perSecond: samples.length / seconds,
    engineP95: quantile(engine, 0.95),
    answerKilobytes: bytes / samples.length / 1000,
  };
}
