import type { ChartText } from "./chart-content.ts";
import { ChartError } from "./chart-error.ts";
import { isSubchartText, parseSubchartPath } from "./chart-files.ts";
import { decodeText } from "./decode-text.ts";
import { readArchive } from "./read-archive.ts";

/** A subchart that lies in `charts/` as an archive. `helm package` unpacks them; hands and other programs may not. */
export interface PackedSubchart {
  /** Below the chart's own folder: `charts/redis-1.0.0.tgz`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Bytes of all files in such archives together, and how many archives are unpacked. */
const MAX_UNPACKED = 32 * 1024 * 1024;
const MAX_ARCHIVES = 30;
/** What a file costs beside its content, in bytes. */
const FILE_BYTES = 512;
/** Archives within archives. */
const MAX_LEVELS = 4;

/**
 * The texts of packed subcharts, below the path of their archive: `charts/redis-1.0.0.tgz/values.yaml`. Helm refuses a
 * chart for one that cannot be read; here it ends the reading of those behind it, so that a thousand bombs cost no more
 * than one.
 */
export async function readPackedSubcharts(packed: readonly PackedSubchart[]): Promise<readonly ChartText[]> {
  const texts: ChartText[] = [];
  let level = packed;
  let room = MAX_UNPACKED;
  let archives = 0;
  try {
    for (let levels = 0; levels < MAX_LEVELS; levels++) {
      const within: PackedSubchart[] = [];
      for (const { path: archive, bytes: packedBytes } of level) {
        archives += 1;
        if (archives > MAX_ARCHIVES) return texts;
        const found: ChartText[] = [];
        for await (const { path, size, bytes } of readArchive([packedBytes], isSubchartFile, room)) {
          room -= size + FILE_BYTES;
          if (room <= 0) return texts;
          if (bytes === null) continue;
          const whole = `${archive}/${path}`;
          if (parseSubchartPath(path)?.file === "") within.push({ path: whole, bytes });
          else found.push({ path: whole, ...decodeText(bytes) });
        }
        texts.push(...found);
      }
      level = within;
    }
  } catch (error) {
    if (!(error instanceof ChartError)) throw error;
  }
  return texts;
}

/** Of a subchart's own archive: its texts, and those of the subcharts in it. */
function isSubchartFile(path: string): boolean {
  const within = parseSubchartPath(path);
  return isSubchartText(within === null ? path : within.file) || within?.file === "";
}
