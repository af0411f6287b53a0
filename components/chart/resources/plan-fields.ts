import type { CrdField } from "#lib/chart/crds/crd-schema.ts";
import { keyNames, plainName } from "../key-names.ts";

/** Characters of one answer, markup counted roughly: a kind may have 8,000 fields, and a page must not. */
const MAX_CHARACTERS = 40_000;
/** What a field costs beside its words. */
const FIELD = 300;

/** A field as it is shown. */
export interface ShownField {
  readonly field: CrdField;
  /** From the top of an object: `spec.template.spec`; dots within a name are escaped. */
  readonly path: string;
  /** Fields within it; null where there are too many to be shown here. */
  readonly within: readonly ShownField[] | null;
}

/** The fields below a place of a kind, as many levels as fit: one level whole before the next. Null if there is no such place. */
export function planFields(
  top: readonly CrdField[],
  place: string | null,
  maxCharacters = MAX_CHARACTERS,
): readonly ShownField[] | null {
  const fields = place === null ? top : (fieldAt(top, place)?.fields ?? null);
  if (fields === null) return null;
  const opened = new Set<CrdField>();
  let room = maxCharacters - costOf(fields);
  for (let level = fields; level.length > 0; ) {
    const next: CrdField[] = [];
    for (const field of level) {
      const cost = costOf(field.fields);
      if (cost > room && field.fields.length > 0) continue;
      room -= cost;
      opened.add(field);
      next.push(...field.fields);
    }
    level = next;
  }
  const show = (shown: readonly CrdField[], prefix: string): readonly ShownField[] =>
    shown.map((field) => {
      const path = prefix + field.name.replaceAll(".", "\\.");
      return { field, path, within: opened.has(field) ? show(field.fields, `${path}.`) : null };
    });
  return show(fields, place === null ? "" : `${place}.`);
}

/** The field at a path. */
export function fieldAt(top: readonly CrdField[], path: string): CrdField | null {
  let found: CrdField | null = null;
  let fields = top;
  for (const name of keyNames(path).map(plainName)) {
    found = fields.find((field) => field.name === name) ?? null;
    if (found === null) return null;
    fields = found.fields;
  }
  return found;
}

function costOf(fields: readonly CrdField[]): number {
  return fields.reduce((sum, { name, description, enum: values, rules }) => {
    const words = [...values, ...rules].reduce((length, one) => length + one.length, 0);
    return sum + FIELD + name.length + description.length + words;
  }, 0);
}
