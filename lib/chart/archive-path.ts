import { ChartError } from "./chart-error.ts";
import { oneLine } from "./one-line.ts";

/** Where a file is in an archive. */
export interface ArchivePath {
  /** The top folder; `.` if there is none. */
  readonly root: string;
  /** Below the top folder, with `/`. */
  readonly path: string;
}

const MAX_PATH_LENGTH = 1024;

/**
 * Reads the name of an archive's file by Helm's rules (`LoadArchiveFiles`): the first part is the top folder, whatever
 * its name. `./Chart.yaml` has the top folder `.`. Throws `unsafe-path` for a name that could mean a place outside of
 * the chart to any program, or that another name could mean too.
 */
export function readArchivePath(name: string): ArchivePath {
  if (name.length > MAX_PATH_LENGTH) throw unsafe(name, "is too long");
  // Attack: "chart/values.yaml\0.png" is one file to programs that stop at NUL and another to those that do not.
  if (name.includes("\0")) throw unsafe(name, "holds a NUL character");
  // Archives made on Windows part names with `\`, and Helm takes them. Attack: "chart/a\..\..\b" hides its `..` from
  // whoever parts at `/`, so a name with both is not taken.
  const separator = name.includes("\\") ? "\\" : "/";
  if (separator === "\\" && name.includes("/")) throw unsafe(name, "mixes / and \\");
  const parts = name.split(separator);
  // Attack: "/etc/cron.d/job" is written there by whoever unpacks without looking.
  if (parts[0] === "") throw unsafe(name, "is absolute");
  // Attack: "chart/../../.ssh/authorized_keys" leaves the folder it is unpacked to.
  if (parts.includes("..")) throw unsafe(name, "leads out of its folder");
  const [root = "", ...below] = parts;
  const kept = below.filter((part) => part !== "" && part !== ".");
  // Attack: "chart/c:/windows/x" is absolute on Windows once the top folder is taken away (Helm's drivePathPattern).
  if (/^[a-zA-Z]:$/.test(root) || /^[a-zA-Z]:/.test(kept[0] ?? "")) throw unsafe(name, "names a drive");
  if (kept.length === 0) throw unsafe(name, "is not in the chart's folder");
  return { root, path: kept.join("/") };
}

function unsafe(name: string, what: string): ChartError {
  return new ChartError("unsafe-path", `The archive holds a file whose name ${what}: ${oneLine(name, 200)}`);
}
