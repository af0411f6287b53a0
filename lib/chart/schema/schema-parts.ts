import { isJsonObject, type Json, memberOf } from "../values/json.ts";
import type { References, SchemaObject } from "./schema-references.ts";

/** What holds of one value, from all that is said of it. */
export interface SchemaParts {
  /** What always holds, the nearest first: the schema itself, what it refers to, its `allOf`. */
  readonly always: readonly SchemaObject[];
  /** `oneOf` and `anyOf`, each a choice of one or more of its schemas. */
  readonly choices: readonly (readonly Json[])[];
  /** What may hold: the schemas of choices, `if`, `then`, `else`, `dependentSchemas`. */
  readonly sometimes: readonly SchemaObject[];
  /** Whether nothing is allowed at all. */
  readonly never: boolean;
}

/** Schemas of one value that are looked at. */
const MAX_PARTS = 500;
const CONDITIONS = ["if", "then", "else"];

/**
 * Gathers what schemas say of one value. Attack: forty definitions that each name the one before twice, by `allOf` or by
 * `$ref`, are 2^40 ways to the first; so each schema counts once.
 */
export function gatherParts(schemas: readonly Json[], { targetsOf }: References): SchemaParts {
  const always = new Set<SchemaObject>();
  const sometimes = new Set<SchemaObject>();
  const choices: (readonly Json[])[] = [];
  let never = false;

  function gather(start: readonly Json[], into: Set<SchemaObject>): void {
    const open = [...start].reverse();
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (one === false && into === always) never = true;
      if (!isJsonObject(one) || always.has(one) || into.has(one) || into.size >= MAX_PARTS) continue;
      into.add(one);
      const next = [...targetsOf(one), ...schemasOf(one, "allOf")];
      if (into === sometimes) next.push(...maybe(one));
      open.push(...next.reverse());
    }
  }

  function maybe(schema: SchemaObject): readonly Json[] {
    const conditions = CONDITIONS.map((keyword) => memberOf(schema, keyword) ?? true);
    return [
      ...schemasOf(schema, "oneOf"),
      ...schemasOf(schema, "anyOf"),
      ...conditions,
      ...dependentSchemas(schema),
    ];
  }

  gather(schemas, always);
  for (const schema of always) {
    for (const keyword of ["oneOf", "anyOf"]) {
      const choice = schemasOf(schema, keyword);
      if (choice.length > 0) choices.push(choice);
    }
  }
  gather(
    [...always].flatMap((schema) => maybe(schema)),
    sometimes,
  );
  return { always: [...always], sometimes: [...sometimes], choices, never };
}

/** The schemas of a keyword that holds a list of them. */
function schemasOf(schema: SchemaObject, keyword: string): readonly Json[] {
  const list = memberOf(schema, keyword);
  return Array.isArray(list) ? list.slice(0, MAX_PARTS) : [];
}

/** `dependencies` until draft 7 holds lists of names, too. */
function dependentSchemas(schema: SchemaObject): readonly Json[] {
  return ["dependentSchemas", "dependencies"].flatMap((keyword) => {
    const dependent = memberOf(schema, keyword);
    return isJsonObject(dependent) ? Object.values(dependent).filter(isJsonObject).slice(0, MAX_PARTS) : [];
  });
}
