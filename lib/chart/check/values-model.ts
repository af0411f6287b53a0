import type { JsonObject } from "../values/json.ts";

/** What must be known of one release to check somebody's values against it. Plain JSON: it travels to the browser. */
export interface ValuesModel {
  /** Of Chart.yaml. */
  readonly name: string;
  readonly version: string;
  /** What Helm takes as values if nothing is set, those of subcharts under their names. */
  readonly defaults: JsonObject;
  /** Every key that is known, parents before those below them where both are written in one file. */
  readonly keys: readonly KnownKey[];
  /** Without the chart itself; each before those in it. */
  readonly subcharts: readonly ModelSubchart[];
  readonly schemas: readonly ModelSchema[];
  /** One sentence each: what of the release could not be read, so that the check may say too little. */
  readonly problems: readonly string[];
}

/** A key that can be set. */
export interface KnownKey {
  /** Names from the top, joined as for `--set`; empty for the whole. */
  readonly path: string;
  /** Where it is known from: a values.yaml, a line that is commented out in one, a schema, or a template that reads it. */
  readonly from: "values" | "comment" | "schema" | "template";
  /** The file of the archive and the line (from 1) it is written in. */
  readonly file: string | null;
  readonly line: number | null;
  /** Whether keys nobody listed may stand below it: a schema allows them, or a template takes the mapping as a whole. */
  readonly open: boolean;
  /** What its description says of being deprecated, moved or renamed. */
  readonly note: string | null;
}

/** A chart that is installed along with the release. */
export interface ModelSubchart {
  /** Where its values are: `redis`, `web.redis`. */
  readonly path: string;
  /** The path of the subchart it is in; empty if that is the chart itself. */
  readonly within: string;
  /** What decides whether it is installed: `condition` of Chart.yaml, as it is written there, and its tags. */
  readonly condition: string | null;
  readonly tags: readonly string[];
}

/** A values.schema.json. */
export interface ModelSchema {
  /** Whose: empty for the release's own, else the path of a subchart. */
  readonly subchart: string;
  /** The file of the archive. */
  readonly file: string;
  /** As it is written, parsed. */
  readonly schema: unknown;
}
