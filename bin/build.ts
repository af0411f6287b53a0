import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { runEntry } from "./run-entry.ts";
import { StartError } from "./start-error.ts";
import { availableLeash, signalGroup, spawnLeashed } from "./supervisor/spawn-leashed.ts";

/** The folder of package.json. */
export const ROOT = path.resolve(import.meta.dirname, "..");

/** Next.js's own command, run by this Node. */
export const NEXT = [process.execPath, path.join(ROOT, "node_modules/next/dist/bin/next")];

const STAMP = path.join(ROOT, ".next", "chartroom-build");
const SOURCES = ["app", "components", "lib", "public"];
const SOURCE_FILES = [
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "next.config.js",
  "postcss.config.mjs",
  "proxy.ts",
  "instrumentation.ts",
];
/** Lines of a failed build that are shown. */
const SHOWN_LINES = 40;

/** Builds the web app unless the build that is there was made from these very sources. */
export async function ensureBuild(signal: AbortSignal): Promise<void> {
  const stamp = await hashSources();
  if ((await readFile(STAMP, "utf8").catch(() => "")) === stamp) return;
  console.log("Building the web app; this is needed once after each change of version.");
  const started = performance.now();
  // A build that fails has spoilt the one that was there.
  await rm(STAMP, { force: true });
  await build(signal);
  await writeFile(STAMP, stamp);
  console.log(`Built in ${Math.round((performance.now() - started) / 1000)} s.`);
}

async function build(signal: AbortSignal): Promise<void> {
  const child = spawnLeashed([...NEXT, "build", ROOT], availableLeash(), {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
    output: "pipe",
  });
  const cancel = () => signalGroup(child, "SIGKILL");
  signal.addEventListener("abort", cancel);
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => output.push(text));
  }
  const [code] = await once(child, "close");
  signal.removeEventListener("abort", cancel);
  signal.throwIfAborted();
  if (code === 0) return;
  const lines = output.join("").trimEnd().split("\n").slice(-SHOWN_LINES);
  throw new StartError(`The web app could not be built:\n\n${lines.join("\n")}`);
}

async function hashSources(): Promise<string> {
  const hash = createHash("sha256");
  for (const file of [...(await Promise.all(SOURCES.map(filesBelow))).flat(), ...SOURCE_FILES].sort()) {
    const content = await readFile(path.join(ROOT, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(path.join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));
}

if (import.meta.main) await runEntry(ensureBuild);
