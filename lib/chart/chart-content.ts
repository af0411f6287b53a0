import type { ChartMetadata } from "./metadata.ts";

/** What a file of an archive is for. */
export type ChartFileRole =
  | "metadata"
  | "readme"
  | "values"
  | "schema"
  | "lock"
  | "license"
  | "notes"
  | "template"
  | "crd"
  | "subchart"
  | "other";

/** One file of an archive. */
export interface ChartFile {
  /** Below the chart's own folder, with `/`: `templates/deployment.yaml`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly role: ChartFileRole;
}

/** A text file of the archive: decoded as UTF-8 (or UTF-16, if marked so) without its byte order mark, line ends as they were. */
export interface ChartText {
  readonly path: string;
  readonly text: string;
  /** False when the bytes were neither; the text then holds replacement characters. */
  readonly utf8: boolean;
}

/** What one chart archive holds. */
export interface ChartContent {
  readonly metadata: ChartMetadata;
  readonly chartYaml: ChartText;
  readonly readme: ChartText | null;
  readonly values: ChartText | null;
  readonly schema: ChartText | null;
  readonly lock: ChartText | null;
  readonly license: ChartText | null;
  /** `templates/` in path order, without NOTES.txt's special role lost: it is a template too. */
  readonly templates: readonly ChartText[];
  /** `crds/` in path order. */
  readonly crds: readonly ChartText[];
  /** Folder or archive names below `charts/`. */
  readonly subcharts: readonly string[];
  /** What tells of subcharts at any depth (subcharts.ts), in path order: Chart.yaml, values with their schema, templates, CRDs. */
  readonly subchartTexts: readonly ChartText[];
  /** Every file, in path order. */
  readonly files: readonly ChartFile[];
  /** Bytes of all files together. */
  readonly unpackedSize: number;
}
