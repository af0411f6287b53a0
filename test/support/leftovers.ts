import { mkdtempSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A process of this test run that is still there. */
export interface Leftover {
  readonly pid: number;
  readonly command: string;
}

/**
 * Gives this process, and through their environment all it starts, a folder of its own for temporary files: what is
 * left of a run can be told by it, even of programs that are given little of the environment.
 */
export function claimTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "chartroom-test-"));
  process.env.TMPDIR = folder;
  return folder;
}

/** Every process this one has started, at whatever remove, that has not ended; only Linux can tell. */
export async function findLeftovers(): Promise<readonly Leftover[]> {
  const mark = `TMPDIR=${process.env.TMPDIR}`;
  const pids = (await readdir("/proc").catch(() => [])).map(Number).filter((pid) => pid > 0);
  const found = await Promise.all(pids.map((pid) => readMarked(pid, mark)));
  return found.filter((one) => one !== null);
}

/** Kills what `findLeftovers` found, by process id. */
export function endLeftovers(leftovers: readonly Leftover[]): void {
  for (const { pid } of leftovers) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended by itself meanwhile.
    }
  }
}

async function readMarked(pid: number, mark: string): Promise<Leftover | null> {
  const environment = await readFile(`/proc/${pid}/environ`, "utf8").catch(() => "");
  if (!environment.split("\0").includes(mark) || pid === process.pid) return null;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  // A zombie has no command line: it has ended and only waits for its parent to look.
  return command === "" ? null : { pid, command: command.replaceAll("\0", " ").trim().slice(0, 200) };
}
