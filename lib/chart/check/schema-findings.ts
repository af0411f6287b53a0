import { isJsonObject, type Json, valueAt } from "../values/json.ts";
import { keyPath, readKeyNames } from "../values/key-path.ts";
import type { Finding } from "./check-report.ts";
import { mergeValues } from "./merged-values.ts";
import { toShortJson } from "./one-line-json.ts";
import { findViolations, type SchemaViolation } from "./schema-violations.ts";
import type { UserFile, UserKey } from "./user-file.ts";
import type { ModelSchema, ValuesModel } from "./values-model.ts";

/** What a schema forbids, with the line of the file where it can be mended. */
export interface SchemaFindings {
  /** Those that were given, without what a schema says more gravely, and those of schemas. */
  readonly findings: readonly Finding[];
  readonly problems: readonly string[];
}

/** Holds a file with the defaults it is laid over against each schema, that of a subchart against its part, as Helm does. */
export function schemaFindings(
  file: UserFile,
  chosen: ValuesModel,
  found: readonly Finding[],
): SchemaFindings {
  const { values, installed } = mergeValues(file.values, chosen);
  const problems: string[] = [];
  const broken = new Map<string, Finding>();
  for (const schema of chosen.schemas) {
    if (schema.subchart !== "" && !installed.has(schema.subchart)) continue;
    const prefix = readKeyNames(schema.subchart).filter((name) => name !== "");
    const part = valueAt(values, prefix);
    if (!isJsonObject(part)) continue;
    const verdict = findViolations(schema.schema, part);
    problems.push(
      ...verdict.problems.map((problem) => (schema.subchart === "" ? problem : `${schema.file}: ${problem}`)),
    );
    for (const violation of verdict.violations) {
      const one = findingOf({ ...violation, place: [...prefix, ...violation.place] }, schema, file, values);
      broken.set(`${one.path} ${one.message}`, one);
    }
  }
  const byPath = new Map([...broken.values()].map((one) => [one.path, one]));
  const kept = found.filter(
    ({ kind, path }) => (kind !== "unknown" && kind !== "type" && kind !== "doubtful") || !byPath.has(path),
  );
  const suggested = new Map(found.map(({ path, instead }) => [path, instead]));
  const mended = [...broken.values()].map((one) => {
    const instead = suggested.get(one.path) ?? null;
    return instead === null
      ? one
      : { ...one, instead, message: `${one.message} Perhaps “${instead}” was meant.` };
  });
  return { findings: [...kept, ...mended], problems: [...new Set(problems)] };
}

function findingOf(
  { place, word, reason }: SchemaViolation,
  { subchart, file: schemaFile }: ModelSchema,
  file: UserFile,
  values: ValuesModel["defaults"],
): Finding {
  const { key, depth } = deepestKey(file.keys, place);
  const complete =
    depth === place.length ||
    Array.isArray(key?.value) ||
    (word === "required" && depth === place.length - 1);
  const value = placeValue(values, place);
  const { path, key: keyPath } = pathOf(place, values);
  const line = key !== null && complete ? key.line : null;
  const whose = subchart === "" ? "the chart’s schema" : `the schema of ${subchart} (${schemaFile})`;
  const name = path === "" ? "The file" : `“${path}”`;
  const has = isScalar(value) && word !== "required" ? `, and is ${toShortJson(value)}` : "";
  const origin =
    line !== null
      ? ""
      : word === "required"
        ? " Your file does not set it, and it has no default."
        : " Your file does not set it: this comes from the chart’s default.";
  return {
    ...{ kind: "schema", line, column: null, path, instead: null },
    message: `${name} ${reason}${has}: so says ${whose}.${origin}`,
    documented: keyPath === "" ? null : keyPath,
  };
}

/** How far the file goes along a place. */
function deepestKey(
  keys: UserFile["keys"],
  place: readonly string[],
): { readonly key: UserKey | null; readonly depth: number } {
  let key: UserKey | null = null;
  let below: ReadonlyMap<string, UserKey> | null = keys;
  for (const [depth, name] of place.entries()) {
    const next: UserKey | undefined = below?.get(name);
    if (next === undefined) return { key, depth };
    key = next;
    below = next.keys;
  }
  return { key, depth: place.length };
}

/** Names up to the first place in a list are a key; what follows is told behind it. */
function pathOf(place: readonly string[], values: Json): { readonly path: string; readonly key: string } {
  let path = "";
  let key: string | null = null;
  for (const [at, name] of place.entries()) {
    const inList = Array.isArray(placeValue(values, place.slice(0, at)));
    if (inList) key ??= path;
    path = inList ? `${path}[${name}]` : keyPath(path, name);
  }
  return { path, key: key ?? path };
}

function placeValue(values: Json, place: readonly string[]): Json | undefined {
  let value: Json | undefined = values;
  for (const name of place) {
    if (Array.isArray(value)) value = value[Number(name)];
    else value = isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
}

function isScalar(value: Json | undefined): boolean {
  return value !== undefined && (value === null || typeof value !== "object");
}
