import { randomBytes } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Environment } from "#lib/config/environment.ts";
import { findMeilisearch } from "./meilisearch-binary.ts";
import { findFreePort } from "./ports.ts";
import { StartError } from "./start-error.ts";
import type { LineLevel } from "./supervisor/part-output.ts";
import type { Part } from "./supervisor/supervisor.ts";

/** A Meilisearch of our own, and how to speak to it. */
export interface EmbeddedMeilisearch {
  readonly part: Part;
  readonly url: string;
  readonly key: string;
}

/**
 * Prepares a Meilisearch that keeps its index in the data folder, which must exist: loopback only, a free port, a
 * generated key, bounded memory. Each version has a folder of its own, since none reads another's; the index is a
 * cache and is built anew.
 */
export async function prepareMeilisearch(dataFolder: string, env: Environment): Promise<EmbeddedMeilisearch> {
  const keyFile = path.join(dataFolder, "meilisearch.key");
  const addressFile = path.join(dataFolder, "meilisearch.url");
  await refuseSharedFolder(await readOrEmpty(addressFile), await readOrEmpty(keyFile), dataFolder);
  const { file, version } = await findMeilisearch(env.PATH ?? "", dataFolder);
  const address = `127.0.0.1:${await findFreePort()}`;
  const url = `http://${address}`;
  const key = randomBytes(32).toString("base64url");
  await writePrivately(keyFile, key);
  await writePrivately(addressFile, url);
  const folder = path.join(dataFolder, `meilisearch-${version}`);
  const part: Part = {
    name: "meilisearch",
    command: [
      file,
      ...["--env", "production", "--no-analytics", "--log-level", "WARN"],
      ...["--http-addr", address, "--max-indexing-memory", "1GiB"],
      ...["--db-path", path.join(folder, "index"), "--dump-dir", path.join(folder, "dumps")],
      ...["--snapshot-dir", path.join(folder, "snapshots")],
    ],
    // Not all of ours: MEILI_ variables that are meant for another server would configure this one.
    env: { PATH: env.PATH, HOME: env.HOME, TMPDIR: env.TMPDIR, NO_COLOR: "1", MEILI_MASTER_KEY: key },
    cwd: dataFolder,
    output: lineLevel,
  };
  return { part, url, key };
}

/** Its banner goes where its complaints go. A request that failed was answered, and who asked knows what to make of it. */
const lineLevel: LineLevel = (line) => {
  if (line.includes("while processing the incoming HTTP request")) return "debug";
  if (/\bERROR\b|^Error|panicked/.test(line)) return "error";
  return /\bWARN\b/.test(line) ? "warn" : "debug";
};

/**
 * Two engines on one folder would destroy it. What answers at the last address and takes the last key is one; should it
 * be somebody else, the key is worth nothing to them, since every start makes a new one.
 */
async function refuseSharedFolder(lastUrl: string, lastKey: string, dataFolder: string): Promise<void> {
  if (lastUrl === "") return;
  // One that was just killed may take a moment to be gone.
  for (let attempt = 0; attempt < 10; attempt++) {
    if (!(await takesKey(lastUrl, lastKey))) return;
    await pause(200);
  }
  throw new StartError(
    `Another Chartroom uses the folder ${dataFolder}. End it, or take another folder: CHARTROOM_DATA=./data-2`,
  );
}

async function takesKey(url: string, key: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/version`, {
      headers: { authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(2_000),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

async function readOrEmpty(file: string): Promise<string> {
  return (await readFile(file, "utf8").catch(() => "")).trim();
}

async function writePrivately(file: string, text: string): Promise<void> {
  // A mode is given to new files only.
  await rm(file, { force: true });
  await writeFile(file, `${text}\n`, { mode: 0o600, flag: "wx" });
}
