import { loadConfig } from "#lib/config/load-config.ts";
import { ensureBuild } from "./build.ts";
import { readFlags } from "./flags.ts";
import { requireFreePort } from "./ports.ts";
import { runEntry } from "./run-entry.ts";
import { runParts } from "./run-parts.ts";
import { StartError } from "./start-error.ts";
import { webPart } from "./web-part.ts";

await runEntry(async (stop) => {
  const command = "npm run web";
  const env = readFlags(
    process.argv.slice(2),
    {
      command,
      summary: "Runs the web pages alone. MEILI_URL names the search engine, which an indexer fills.",
      flags: ["registry", "config", "port", "host", "data"],
    },
    process.env,
  );
  const config = loadConfig(env);
  if (config.meili === null) {
    throw new StartError(
      "The web pages need MEILI_URL and MEILI_MASTER_KEY; `npm start` brings its own search engine.",
    );
  }
  await requireFreePort(config.host, config.port, command);
  await ensureBuild(stop);
  await runParts(config.logLevel, stop, async (supervisor) => supervisor.start(webPart(config, env)));
});
