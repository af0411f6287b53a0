import type { ChartRelease } from "../catalog/catalog.ts";
import { chartName } from "../catalog/chart-name.ts";

/** What stands in the picture of a chart: letters its font has, and no more of them than there is room for. */
export interface PictureTexts {
  readonly name: string;
  readonly version: string;
  /** The app version, or that it is deprecated. */
  readonly detail: string;
  /** Empty where it is in letters the font lacks. */
  readonly description: string;
  /** Source and repository. */
  readonly place: string;
}

const MAX_NAME = 90;
const MAX_VERSION = 32;
const MAX_DESCRIPTION = 170;
const MAX_PLACE = 76;
/** Of a longer description only the beginning is looked at. */
const MAX_READ = 1_000;

/** Letters, signs and digits of western Europe but `µ`, which the font lacks; `©` and `®` would be taken for emoji. */
const DRAWABLE =
  "\\x20-\\x7e\\u00a1-\\u00a8\\u00aa-\\u00ac\\u00af-\\u00b4\\u00b6-\\u00ff\\u2013\\u2014\\u2018\\u2019\\u201c\\u201d\\u2026";
const UNDRAWABLE = new RegExp(`[^${DRAWABLE}]`, "gu");
/** More than one letter in five that cannot be drawn, and what is left is no sentence. */
const MAX_LOST = 0.2;

/** The texts of the picture of a release. */
export function pictureTexts(release: ChartRelease): PictureTexts {
  const { id, summary, metadata } = release;
  const appVersion = drawable(summary.appVersion ?? "");
  const deprecated = metadata?.deprecated ?? summary.deprecated;
  return {
    name: cut(drawable(chartName(release)), MAX_NAME),
    version: cut(drawable(summary.version), MAX_VERSION),
    detail: deprecated ? "deprecated" : appVersion === "" ? "" : `app ${cut(appVersion, MAX_VERSION)}`,
    description: cut(sentence(metadata?.description ?? ""), MAX_DESCRIPTION),
    place: cut(`${id.source} / ${id.repository}`, MAX_PLACE),
  };
}

function sentence(text: string): string {
  const read = text.slice(0, MAX_READ);
  const kept = drawable(read);
  const letters = (one: string) => one.match(/\p{L}/gu)?.length ?? 0;
  return letters(kept) < letters(read) * (1 - MAX_LOST) ? "" : kept;
}

function drawable(text: string): string {
  return text.normalize("NFC").replace(UNDRAWABLE, " ").replace(/ +/g, " ").trim();
}

function cut(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1).trimEnd()}…`;
}
