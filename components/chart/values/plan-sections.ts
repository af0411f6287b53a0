import type { DocumentedKey } from "#lib/chart/values/documented-values.ts";
import { keyNames } from "../key-names.ts";

/** Values keys that are shown together. */
export interface ValueSection {
  /** What stands before the keys of the subchart they belong to; null for the chart's own. */
  readonly subchart: string | null;
  /** The author's heading, or null. */
  readonly title: string | null;
  /** The key that holds all of them, where that is what they have in common. */
  readonly parent: DocumentedKey | null;
  readonly rows: readonly DocumentedKey[];
}

/**
 * Keys in file order, the chart's own first, then each subchart's; in the author's sections, or where there are none, under
 * the key that holds them. A key that only holds others, of which nothing else is known, is not a row: its children's
 * paths say as much.
 */
export function planSections(keys: readonly DocumentedKey[]): readonly ValueSection[] {
  return [...bySubchart(keys)].flatMap(([subchart, own]) => {
    const parts = own.some((key) => key.section !== null) ? byHeading(own) : byParent(own, subchart);
    return parts.filter((part) => part.rows.length > 0).map((part) => ({ ...part, subchart }));
  });
}

/** How many rows the sections have. */
export function countRows(sections: readonly ValueSection[]): number {
  return sections.reduce((sum, section) => sum + section.rows.length, 0);
}

type Part = Omit<ValueSection, "subchart">;

function bySubchart(keys: readonly DocumentedKey[]): ReadonlyMap<string | null, readonly DocumentedKey[]> {
  const groups = new Map<string | null, DocumentedKey[]>([[null, []]]);
  for (const key of keys) {
    const group = groups.get(key.subchart);
    if (group === undefined) groups.set(key.subchart, [key]);
    else group.push(key);
  }
  return groups;
}

/** A heading that comes again goes on: helm-docs names it at each key. */
function byHeading(keys: readonly DocumentedKey[]): readonly Part[] {
  return [...Map.groupBy(keys, (key) => key.section)].map(([title, all]) => ({
    title,
    parent: null,
    rows: all.filter((key) => !isMereParent(key)),
  }));
}

function byParent(keys: readonly DocumentedKey[], subchart: string | null): readonly Part[] {
  const parts: Part[] = [];
  const depth = subchart === null ? 1 : keyNames(subchart).length + 1;
  for (const run of runsOf(keys, (key) => keyNames(key.path).slice(0, depth).join("."))) {
    const [first] = run;
    const rows = run.filter((key) => !isMereParent(key));
    const last = parts.at(-1);
    if (first?.default === null && rows.length > 1) parts.push({ title: null, parent: first, rows });
    // Keys on their own stand together, not each under a heading.
    else if (last?.parent !== null) parts.push({ title: null, parent: null, rows });
    else parts[parts.length - 1] = { ...last, rows: [...last.rows, ...rows] };
  }
  return parts;
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

function isMereParent(key: DocumentedKey): boolean {
  return (
    key.type === "object" &&
    key.default === null &&
    key.description === "" &&
    (key.schema === null || !saysMore(key.schema))
  );
}

function saysMore(schema: NonNullable<DocumentedKey["schema"]>): boolean {
  return (
    schema.description !== "" ||
    schema.required ||
    schema.deprecated ||
    schema.enum.length > 0 ||
    schema.rules.length > 0 ||
    schema.alternatives.length > 0
  );
}
