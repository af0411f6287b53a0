import type { LineCounter } from "yaml";
import { joinProse } from "./comment-prose.ts";

/** Characters; the largest of 22,050 real files has 325,000. The parser needs up to 3 s for a hostile one of this size. */
export const MAX_VALUES = 512 * 1024;

/** What is said of a file that is not read at all. */
export const TOO_LARGE = `The file is larger than ${MAX_VALUES / 1024} KiB: its keys are not listed.`;
export const TOO_DEEP = "The file is nested too deeply: its keys are not listed.";

/** What the parser found wrong with a file, as one sentence or two. */
export function invalidYaml(
  error: { readonly pos: readonly number[]; readonly message: string },
  lines: LineCounter,
): string {
  const { line } = lines.linePos(error.pos[0] ?? 0);
  return `The file is not valid YAML at line ${line}: keys may be missing. ${joinProse([error.message])}`;
}
