import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { formatLogLine, type Log } from "#lib/support/log.ts";

/** How much a line of a part's output matters; decides about what is not a log line already. */
export type LineLevel = (line: string, stream: "stdout" | "stderr") => "debug" | "info" | "warn" | "error";

/** Makes each line a part writes one event of the log: JSON log lines as they are, others at the level they are given. */
export function forwardOutput(
  child: Pick<ChildProcess, "stdout" | "stderr">,
  log: Log,
  levelOf: LineLevel,
  output: { write(text: string): unknown; readonly isTTY?: boolean } = process.stdout,
): void {
  for (const stream of ["stdout", "stderr"] as const) {
    const input = child[stream];
    if (input === null) continue;
    createInterface({ input }).on("line", (line) => {
      if (line.startsWith('{"level":')) {
        output.write(output.isTTY ? formatLogLine(line) : `${line}\n`);
      } else if (line.trim() !== "") {
        log[levelOf(line, stream)]({}, line);
      }
    });
  }
}
