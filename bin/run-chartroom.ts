import path from "node:path";
import { type Environment, formatOrigin } from "#lib/config/environment.ts";
import { loadConfig } from "#lib/config/load-config.ts";
import { ensureBuild, ROOT } from "./build.ts";
import { requireDataFolder } from "./data-folder.ts";
import { prepareMeilisearch } from "./embedded-meilisearch.ts";
import { requireFreePort } from "./ports.ts";
import { runParts } from "./run-parts.ts";
import type { Part, Supervisor } from "./supervisor/supervisor.ts";
import { waitUntilAnswers } from "./wait-until-answers.ts";
import { webPart } from "./web-part.ts";

const ENGINE_LIMIT_MS = 60_000;
const WEB_LIMIT_MS = 120_000;

export interface RunOptions {
  readonly env: Environment;
  /** What was typed, for messages. */
  readonly command: string;
  /** Started before all others. */
  readonly firstParts: readonly Part[];
  /** Called when the pages answer; the signal aborts when all is ending. */
  readonly onReady: (url: string, signal: AbortSignal) => void | Promise<void>;
  readonly stop: AbortSignal;
}

/** Runs the whole product until it is stopped: search engine (unless MEILI_URL names one), indexer and web pages. */
export async function runChartroom({ env, command, firstParts, onReady, stop }: RunOptions): Promise<void> {
  const config = loadConfig(env);
  const { host, port, dataFolder } = config;
  await requireFreePort(host, port, command);
  await requireDataFolder(dataFolder);
  await ensureBuild(stop);

  await runParts(config.logLevel, stop, async (supervisor, signal) => {
    for (const part of firstParts) supervisor.start(part);
    const engine = config.meili === null ? await startMeilisearch(supervisor, dataFolder, env, signal) : {};
    const childEnv = { ...env, ...engine };
    supervisor.start({
      name: "indexer",
      command: [process.execPath, path.join(ROOT, "bin/indexer.ts")],
      env: childEnv,
      output: "inherit",
    });
    supervisor.start(webPart(config, childEnv));
    await waitUntilAnswers(`${formatOrigin(host, port)}/readyz`, WEB_LIMIT_MS, signal);
    await onReady(config.publicUrl, signal);
  });
}

async function startMeilisearch(
  supervisor: Supervisor,
  dataFolder: string,
  env: Environment,
  signal: AbortSignal,
): Promise<{ readonly MEILI_URL: string; readonly MEILI_MASTER_KEY: string }> {
  const { part, url, key } = await prepareMeilisearch(dataFolder, env);
  supervisor.start(part);
  await waitUntilAnswers(`${url}/health`, ENGINE_LIMIT_MS, signal);
  return { MEILI_URL: url, MEILI_MASTER_KEY: key };
}
