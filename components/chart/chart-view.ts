import { CHART_TABS, type ChartId, type ChartTab, chartPath } from "#lib/catalog/chart-path.ts";
import {
  EVERY_VERSION,
  formatVersionListQuery,
  parseVersionListQuery,
  type VersionListQuery,
} from "#lib/catalog/version-list-query.ts";
import type { DocumentedKey } from "#lib/chart/values/documented-values.ts";
import { valuesFilePlace } from "./values/values-place.ts";

const MAX_FIND_LENGTH = 200;
const MAX_KEY_LENGTH = 1024;
const MAX_FILE_LENGTH = 1024;

/** What of a chart's page is shown; the address holds exactly this. */
export interface ChartView {
  readonly tab: ChartTab;
  /** Words the values are searched for; empty for all of them. */
  readonly find: string;
  /** The values key somebody was sent to. */
  readonly key: string | null;
  /** Whether that key is shown alone, without the others. */
  readonly alone: boolean;
  /** How values are shown: documented, as the file they are in, or with the visitor's own file checked against them. */
  readonly values: ValuesMode;
  /** The file of the archive that is shown, by its path; null for the first. */
  readonly file: string | null;
  /** How the ways to install name the release. */
  readonly by: "version" | "digest";
  /** Which versions are listed. */
  readonly list: VersionListQuery;
  /** The kind a chart adds that is shown whole, one of its versions, and the field of it whose own are shown; null for none. */
  readonly crd: string | null;
  readonly api: string | null;
  readonly field: string | null;
  /** Of the list of versions, of changes, or of charts that use this one, from 1. */
  readonly page: number;
}

const VALUES_MODES = ["documented", "raw", "check"] as const;
export type ValuesMode = (typeof VALUES_MODES)[number];

/** Total: a parameter that cannot be read is its default, so no address is an error page. */
export function parseChartView(params: URLSearchParams): ChartView {
  const tab = params.get("tab");
  const view = params.get("view");
  return {
    tab: CHART_TABS.find((known) => known === tab) ?? "readme",
    find: (params.get("find") ?? "").trim().slice(0, MAX_FIND_LENGTH),
    key: shortText(params.get("key"), MAX_KEY_LENGTH),
    alone: params.get("only") === "key",
    values: VALUES_MODES.find((known) => known === view) ?? "documented",
    file: shortText(params.get("file"), MAX_FILE_LENGTH),
    by: params.get("by") === "digest" ? "digest" : "version",
    list: parseVersionListQuery(params),
    crd: shortText(params.get("crd"), MAX_KEY_LENGTH),
    api: shortText(params.get("api"), MAX_KEY_LENGTH),
    field: shortText(params.get("field"), MAX_KEY_LENGTH),
    page: parsePage(params.get("page")),
  };
}

function shortText(text: string | null, maxLength: number): string | null {
  return text === null || text === "" || text.length > maxLength ? null : text;
}

function parsePage(text: string | null): number {
  const page = Number(text);
  return Number.isSafeInteger(page) && page >= 1 ? page : 1;
}

/** A page of the list of versions. */
export function versionsPath(
  id: ChartId,
  version: string | null,
  page: number,
  list: VersionListQuery = EVERY_VERSION,
): string {
  const asked = formatVersionListQuery(list).map(([name, value]) => `&${name}=${encodeURIComponent(value)}`);
  return `${chartPath(id, version, "versions")}${asked.join("")}${page === 1 ? "" : `&page=${page}`}`;
}

/** A page of the charts that bring this one along. */
export function usedByPath(id: ChartId, version: string | null, page: number): string {
  return `${chartPath(id, version, "dependencies")}&page=${page}#used-by`;
}

/** One kind a chart adds; `within` is a field of it whose own are shown, `version` one of its versions. */
export function crdPath(
  id: ChartId,
  version: string | null,
  crd: string,
  place: { readonly version?: string; readonly within?: string } = {},
): string {
  const more = Object.entries({ api: place.version, field: place.within })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `&${name}=${encodeURIComponent(value ?? "")}`);
  return `${chartPath(id, version, "resources")}&crd=${encodeURIComponent(crd)}${more.join("")}#kind`;
}

/** A page of what changed. */
export function changesPath(id: ChartId, version: string | null, page: number): string {
  return `${chartPath(id, version, "changes")}${page === 1 ? "" : `&page=${page}`}`;
}

/** The ways to install a release, naming it by version or by digest. */
export function installPath(id: ChartId, version: string | null, by: ChartView["by"]): string {
  return `${chartPath(id, version, "install")}${by === "version" ? "" : `&by=${by}`}`;
}

/** Values as a file, from its beginning or at the line of a key. */
export function rawValuesPath(id: ChartId, version: string | null, key: DocumentedKey | null = null): string {
  const tab = chartPath(id, version, "values");
  if (key === null) return `${tab}&view=raw`;
  const { path, file, line } = key;
  return `${tab}&view=raw${valuesFilePlace(file)}&key=${encodeURIComponent(path)}#L${line}`;
}

/** The element of a values key, in the list and in the file. */
export function keyElementId(path: string): string {
  return `key-${path.replace(/\s/g, "_")}`;
}
