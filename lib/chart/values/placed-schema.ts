import type { ChartText } from "../chart-content.ts";
import { isNothing } from "../schema/key-schema.ts";
import { readParsedSchema, readValuesSchema, type ValuesSchema } from "../schema/read-values-schema.ts";
import type { SchemaPlace } from "../schema/schema-place.ts";
import type { KeySchema } from "./documented-values.ts";
import type { KeyNode } from "./key-tree.ts";
import { readOwnDefaults } from "./own-defaults.ts";

/** What one schema says of a place in the values, and the file it is in. */
export interface PlacedSchema {
  readonly place: SchemaPlace;
  readonly file: string;
  readonly lineOf: (pointer: string) => number;
}

/** Of a values.schema.json: its top, and what it is asked for its problems. */
export function readPlacedSchema(file: ChartText): {
  readonly top: readonly PlacedSchema[];
  readonly problems: ValuesSchema["problems"];
} {
  const { root, lineOf, problems } = readValuesSchema(file.text);
  return { top: root === null ? [] : [{ place: root, file: file.path, lineOf }], problems };
}

/** What the schemas of a place say of a key in it: those of files first, then that of the key's own comment. */
export function schemasBelow(
  around: readonly PlacedSchema[],
  name: string,
  node: KeyNode | null,
): readonly PlacedSchema[] {
  const below = around.flatMap((one) => {
    const place = one.place.child(name);
    return place === null ? [] : [{ ...one, place }];
  });
  const key = node?.key;
  if (key?.comment == null) return below;
  // What is no YAML is a comment like others.
  const { values } = readOwnDefaults(key.comment);
  const place = readParsedSchema(values);
  return [...below, { place, file: key.file, lineOf: () => key.line }];
}

/** What is said of the place itself: the first that says anything. */
export function schemaAt(schemas: readonly PlacedSchema[]): KeySchema | null {
  return schemas.map(({ place }) => place.schema).find((schema) => !isNothing(schema)) ?? null;
}
