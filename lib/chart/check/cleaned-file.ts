import { equalJson } from "./equal-json.ts";
import { mergeValues } from "./merged-values.ts";
import { readUserFile } from "./read-user-file.ts";
import type { LineSpan, UserFile } from "./user-file.ts";
import type { ValuesModel } from "./values-model.ts";

/**
 * The file without the lines that say what is the default anyway. Null if there are none, if one of them says something else,
 * too, or if the values would not be the same: what is offered has been read again.
 */
export function withoutIdleLines(
  text: string,
  file: UserFile,
  idle: readonly (LineSpan | null)[],
  chosen: ValuesModel,
): string | null {
  const spans = idle.filter((span) => span !== null);
  if (spans.length === 0 || file.problems.length > 0) return null;
  const dropped = new Set<number>();
  for (const { first, last } of spans) for (let line = first; line <= last; line++) dropped.add(line);
  const cleaned = text
    .split("\n")
    .filter((_, index) => !dropped.has(index + 1))
    .join("\n");
  const again = readUserFile(cleaned);
  const same =
    again.readable &&
    equalJson(mergeValues(again.values, chosen).values, mergeValues(file.values, chosen).values);
  return same ? cleaned : null;
}
