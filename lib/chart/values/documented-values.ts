import type { ValueKey } from "./values.ts";

/** A key as the chart's page documents it: from values.yaml, values.schema.json, and the values of subcharts. */
export interface DocumentedKey extends ValueKey {
  /** The file of the archive `line` is in: `values.yaml`, a subchart's, or the schema for what only that names. */
  readonly file: string;
  /** What stands before the keys of the subchart it belongs to (`redis`, `redis.common`); null for the chart's own. */
  readonly subchart: string | null;
  /** Whether it is `global` or lies below it, which every subchart sees. */
  readonly global: boolean;
  /** What values.schema.json says of it, or null. */
  readonly schema: KeySchema | null;
}

/** What a JSON Schema says of one key, references resolved, `allOf` merged. */
export interface KeySchema {
  /** `string`, `integer`, `object` …; empty for any. */
  readonly types: readonly string[];
  /** Allowed values, each as one line of JSON; a `const` is an enum of one. */
  readonly enum: readonly string[];
  readonly required: boolean;
  readonly deprecated: boolean;
  /** Title and description, as prose; empty if none. */
  readonly description: string;
  /** As one line of JSON, or null. */
  readonly default: string | null;
  /** Other bounds in words a reader knows: `at least 1`, `matches ^[a-z]+$`, `format: uri`. */
  readonly rules: readonly string[];
  /** `oneOf` and `anyOf`: what else it may be, each on its own. */
  readonly alternatives: readonly KeySchema[];
  /** Of a list: what each item is. */
  readonly items: KeySchema | null;
  /** Of an item or an alternative: the keys in it, which are not listed as keys of the chart. Left out if there are none. */
  readonly properties?: readonly NamedSchema[];
}

/** A key within an item of a list, or within an alternative. */
export interface NamedSchema {
  readonly name: string;
  readonly schema: KeySchema;
}

/** What can be set in a chart with its subcharts. */
export interface DocumentedValues {
  /** In file order; subcharts' keys stand behind the chart's own. */
  readonly keys: readonly DocumentedKey[];
  /** One sentence each: why keys, or what a schema says of them, may be missing. */
  readonly problems: readonly string[];
}
