import type { ValueKey } from "#lib/chart/values/values.ts";
import { keyNames } from "./key-names.ts";

/** Values keys that are shown together. */
export interface ValueSection {
  /** The author's heading, or null. */
  readonly title: string | null;
  /** The key that holds all of them, where that is what they have in common. */
  readonly parent: ValueKey | null;
  readonly rows: readonly ValueKey[];
}

/**
 * Keys in file order, in the author's sections; where there are none, under the top-level key that holds them. A key
 * that only holds others and has no words of its own is not a row: its children's paths say as much.
 */
export function planSections(keys: readonly ValueKey[]): readonly ValueSection[] {
  const sections = keys.some((key) => key.section !== null) ? byHeading(keys) : byParent(keys);
  return sections.filter((section) => section.rows.length > 0);
}

/** How many rows the sections have. */
export function countRows(sections: readonly ValueSection[]): number {
  return sections.reduce((sum, section) => sum + section.rows.length, 0);
}

function byHeading(keys: readonly ValueKey[]): readonly ValueSection[] {
  return runsOf(keys, (key) => key.section).map((run) => ({
    title: run[0]?.section ?? null,
    parent: null,
    rows: run.filter((key) => !isMereParent(key)),
  }));
}

function byParent(keys: readonly ValueKey[]): readonly ValueSection[] {
  const sections: ValueSection[] = [];
  for (const run of runsOf(keys, (key) => keyNames(key.path)[0])) {
    const [first, ...rest] = run;
    const children = rest.filter((key) => !isMereParent(key));
    const last = sections.at(-1);
    if (first?.default === null && (children.length > 1 || first.description !== "")) {
      sections.push({ title: null, parent: first, rows: children });
      continue;
    }
    const rows = run.filter((key) => !isMereParent(key));
    // Keys on their own stand together, not each under a heading.
    if (last?.parent !== null) sections.push({ title: null, parent: null, rows });
    else sections[sections.length - 1] = { ...last, rows: [...last.rows, ...rows] };
  }
  return sections;
}

/** Splits a list wherever what `of` says of two neighbours differs. */
function runsOf<T>(items: readonly T[], of: (item: T) => unknown): readonly (readonly T[])[] {
  const runs: T[][] = [];
  let current: unknown;
  for (const item of items) {
    const run = runs.at(-1);
    if (run !== undefined && of(item) === current) run.push(item);
    else runs.push([item]);
    current = of(item);
  }
  return runs;
}

function isMereParent(key: ValueKey): boolean {
  return key.default === null && key.description === "";
}
