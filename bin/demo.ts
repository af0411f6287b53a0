import { writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { packDemoCharts } from "#demo/pack-charts.ts";
import { ConfigError } from "#lib/config/config-error.ts";
import { type Environment, formatOrigin, parseEnvironment } from "#lib/config/environment.ts";
import { ROOT } from "./build.ts";
import { requireDataFolder } from "./data-folder.ts";
import { readFlags } from "./flags.ts";
import { findFreePort, requireFreePort } from "./ports.ts";
import { runChartroom } from "./run-chartroom.ts";
import { runEntry } from "./run-entry.ts";
import type { Part } from "./supervisor/supervisor.ts";

const COMMAND = "npm run demo";
const INDEXING_LIMIT_MS = 60_000;

await runEntry(async (stop) => {
  const given = readFlags(
    process.argv.slice(2),
    {
      command: COMMAND,
      summary:
        "Runs Chartroom over a registry of sample charts. Needs Node.js and nothing else; Ctrl-C ends all of it.",
      flags: ["port", "host", "data"],
    },
    process.env,
  );
  // The demo brings its own search engine, so as not to write into one that holds real charts.
  const base = { ...given, MEILI_URL: undefined, MEILI_MASTER_KEY: undefined, CHARTROOM_REGISTRY: undefined };
  const { settings, problems } = parseEnvironment(base);
  if (problems.length > 0) throw new ConfigError(problems);
  await requireFreePort(settings.host, settings.port, COMMAND);

  const folder = path.join(settings.dataFolder, "demo");
  await requireDataFolder(folder);
  const { part, configFile } = await prepareRegistry(folder, base);
  await runChartroom({
    env: { ...base, CHARTROOM_DATA: folder, CHARTROOM_CONFIG: configFile },
    command: COMMAND,
    firstParts: [part],
    onReady: async (url, signal) => {
      await waitUntilIndexed(formatOrigin(settings.host, settings.port), signal);
      console.log(greeting(url));
    },
    stop,
  });
});

async function prepareRegistry(
  folder: string,
  env: Environment,
): Promise<{ readonly part: Part; readonly configFile: string }> {
  const layout = path.join(folder, "registry");
  await packDemoCharts(layout);
  const port = await findFreePort();
  const configFile = path.join(folder, "chartroom.yaml");
  const source = { name: "demo", registry: `http://127.0.0.1:${port}`, plainHttp: true, interval: "1m" };
  // JSON is YAML.
  await writeFile(configFile, `${JSON.stringify({ sources: [source] }, null, 2)}\n`);
  const part: Part = {
    name: "registry",
    command: [process.execPath, path.join(ROOT, "bin/demo-registry.ts"), layout, String(port)],
    env,
    output: (_line, stream) => (stream === "stdout" ? "debug" : "warn"),
  };
  return { part, configFile };
}

/** Returns after the first reading, or when it takes too long to be waited for. */
async function waitUntilIndexed(origin: string, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + INDEXING_LIMIT_MS;
  while (Date.now() < deadline) {
    const response = await fetch(`${origin}/api/v1/sources`, { signal });
    if (response.ok && /"lastRead":"/.test(await response.text())) return;
    await pause(200, undefined, { signal });
  }
}

function greeting(url: string): string {
  return [
    `Chartroom is ready: ${url}`,
    "",
    `  search      ${url}/?q=redis`,
    `  one value   ${url}/charts/demo/data/redis?tab=values&key=persistence.size`,
    "",
    "Ctrl-C ends it, search engine and sample registry included.",
  ].join("\n");
}
