import { readdir, readFile } from "node:fs/promises";

const MARK = "CHARTROOM_TEST_RUN";

/** A process of this test run that is still there. */
export interface Leftover {
  readonly pid: number;
  readonly command: string;
}

/** Marks this process and, through their inherited environment, all it starts. */
export function markProcesses(): void {
  process.env[MARK] = `${process.pid}-${Date.now()}`;
}

/** Every process this one has started, at whatever remove, that has not ended; only Linux can tell. */
export async function findLeftovers(): Promise<readonly Leftover[]> {
  const mark = `${MARK}=${process.env[MARK]}`;
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
