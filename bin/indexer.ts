import { loadConfig } from "#lib/config/load-config.ts";
import { runIndexer } from "#lib/indexer/run-indexer.ts";
import { createLog } from "#lib/support/log.ts";
import { requireDataFolder } from "./data-folder.ts";
import { readFlags } from "./flags.ts";
import { runEntry } from "./run-entry.ts";
import { StartError } from "./start-error.ts";
import { createStatusLine } from "./status-line.ts";

await runEntry(async (stop) => {
  const env = readFlags(
    process.argv.slice(2),
    {
      command: "npm run indexer",
      summary: "Reads the registries and keeps the index current. MEILI_URL names the search engine.",
      flags: ["registry", "config", "data"],
    },
    process.env,
  );
  const config = loadConfig(env);
  const { meili } = config;
  if (meili === null)
    throw new StartError("The indexer needs MEILI_URL and MEILI_MASTER_KEY; `npm start` brings its own.");
  await requireDataFolder(config.dataFolder);
  const terminal = process.stdout.isTTY ? createStatusLine(process.stdout) : null;
  const log = createLog({ level: config.logLevel, name: "indexer" }, terminal ?? process.stdout);
  await runIndexer({
    config: { ...config, meili },
    log,
    draw: terminal?.draw ?? null,
    once: false,
    signal: stop,
  });
});
