import { readFlags } from "./flags.ts";
import { runChartroom } from "./run-chartroom.ts";
import { runEntry } from "./run-entry.ts";

await runEntry(async (stop) => {
  const command = "npm start";
  const env = readFlags(
    process.argv.slice(2),
    {
      command,
      summary: "Runs Chartroom: web pages, indexer and, unless MEILI_URL is set, its own search engine.",
      flags: ["registry", "config", "port", "host", "data"],
    },
    process.env,
  );
  await runChartroom({
    env,
    command,
    firstParts: [],
    onReady: (url) => console.log(`Chartroom is ready: ${url}`),
    stop,
  });
});
