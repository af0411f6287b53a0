import type { DocumentedKey, KeySchema } from "#lib/chart/values/documented-values.ts";

/** A key of a chart's own values.yaml, with what a test says of it. */
export function documentedKey(path: string, detail: Partial<DocumentedKey> = {}): DocumentedKey {
  return {
    path,
    type: "string",
    default: '""',
    description: "",
    section: null,
    line: 1,
    file: "values.yaml",
    subchart: null,
    global: false,
    schema: null,
    ...detail,
  };
}

/** A schema that says nothing but what a test says. */
export function keySchema(detail: Partial<KeySchema> = {}): KeySchema {
  return {
    types: [],
    enum: [],
    required: false,
    deprecated: false,
    description: "",
    default: null,
    rules: [],
    alternatives: [],
    items: null,
    ...detail,
  };
}
