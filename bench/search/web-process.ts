import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ensureBuild, ROOT } from "#bin/build.ts";
import { findFreePort } from "#bin/ports.ts";
import { waitUntilAnswers } from "#bin/wait-until-answers.ts";
import { webPart } from "#bin/web-part.ts";
import { loadConfig } from "#lib/config/load-config.ts";
import type { TestMeilisearch } from "../../test/support/meilisearch.ts";

const READY_MS = 60_000;

/** The web process of the product over an index that somebody else fills. */
export interface WebProcess extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
}

/** Builds the app if need be and starts it; its one source is named, and never read. */
export async function startWeb(
  folder: string,
  source: string,
  meilisearch: TestMeilisearch,
): Promise<WebProcess> {
  await ensureBuild(new AbortController().signal);
  const file = join(folder, "chartroom.yaml");
  await writeFile(file, `sources:\n  - name: ${source}\n    layout: ./never-read\n`);
  const port = await findFreePort();
  const env = {
    ...process.env,
    ...{ CHARTROOM_CONFIG: file, CHARTROOM_DATA: folder, HOST: "127.0.0.1", PORT: String(port) },
    // All clients of a measurement are one to the server.
    CHARTROOM_RATE_LIMIT: "0",
    ...{ MEILI_URL: meilisearch.url, MEILI_MASTER_KEY: meilisearch.key },
  };
  const part = webPart(loadConfig(env), env);
  const [program = "", ...args] = part.command;
  const child = spawn(program, args, { env: part.env as NodeJS.ProcessEnv, cwd: ROOT, stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  const end = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };
  process.once("exit", () => child.kill("SIGKILL"));
  try {
    await waitUntilAnswers(`${url}/readyz`, READY_MS, AbortSignal.timeout(READY_MS));
    if (child.pid === undefined) throw new Error("the web process has no id");
    return { url, pid: child.pid, [Symbol.asyncDispose]: end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The most memory a process had at once, MB; only Linux tells. */
export async function peakMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1000;
}
