import type { Theme } from "#components/ui/theme.ts";
import type { ChartHit, ReleaseSummary } from "#lib/catalog/catalog.ts";
import { type ChartId, chartPath } from "#lib/catalog/chart-path.ts";
import type { Suggestion } from "./plan-completion.ts";
import { type RecentPlace, searchPlace } from "./recent-places.ts";

const MAX_CHARTS = 7;
const MAX_VERSIONS = 20;

/** What choosing an option does. */
export type PaletteAct =
  | { readonly kind: "open"; readonly href: string; readonly recent: RecentPlace | null }
  | { readonly kind: "write"; readonly text: string; readonly caret: number }
  | { readonly kind: "theme"; readonly theme: Theme }
  | { readonly kind: "forget" };

/** One line of the palette. */
export interface PaletteOption {
  readonly label: string;
  readonly hint: string;
  readonly act: PaletteAct;
}

/** Lines under one heading. */
export interface PaletteGroup {
  readonly label: string;
  readonly options: readonly PaletteOption[];
}

/** Everything the palette is made of. */
export interface PaletteParts {
  readonly text: string;
  readonly hits: readonly ChartHit[];
  /** The versions of the chart named before `@`, newest first. */
  readonly chart: {
    readonly name: string;
    readonly id: ChartId;
    readonly versions: readonly ReleaseSummary[];
  } | null;
  readonly suggestions: readonly Suggestion[];
  readonly recent: readonly RecentPlace[];
}

const PAGES: readonly PaletteOption[] = [
  { label: "Search", hint: "every chart", act: { kind: "open", href: "/", recent: null } },
  {
    label: "Sources",
    hint: "registries and their state",
    act: { kind: "open", href: "/sources", recent: null },
  },
  { label: "Theme: day", hint: "", act: { kind: "theme", theme: "day" } },
  { label: "Theme: night", hint: "", act: { kind: "theme", theme: "night" } },
  { label: "Theme: like the system", hint: "", act: { kind: "theme", theme: "system" } },
];

/** What is typed before and after `@`: the name of a chart and the beginning of a version; null without one. */
export function splitVersion(text: string): { readonly name: string; readonly version: string } | null {
  const [, name, version] = /^\s*([^\s@:]+)@(\S*)\s*$/.exec(text) ?? [];
  return name === undefined || version === undefined ? null : { name, version };
}

/** Headings and lines; those without a line are left out. */
export function planPalette({
  text,
  hits,
  chart,
  suggestions,
  recent,
}: PaletteParts): readonly PaletteGroup[] {
  const words = text.trim();
  if (words === "") return withLines([recentGroup(recent), { label: "Pages", options: PAGES }]);
  const asked = splitVersion(text);
  if (asked !== null) return withLines(chart === null ? [] : [versionGroup(chart, asked.version)]);
  return withLines([
    { label: "Go on with", options: suggestions.map(written) },
    { label: "Charts", options: hits.slice(0, MAX_CHARTS).map(charted) },
    { label: "Search", options: [searched(words)] },
    {
      label: "Pages",
      options: PAGES.filter(({ label }) => label.toLowerCase().includes(words.toLowerCase())),
    },
  ]);
}

function withLines(groups: readonly PaletteGroup[]): readonly PaletteGroup[] {
  return groups.filter(({ options }) => options.length > 0);
}

function recentGroup(recent: readonly RecentPlace[]): PaletteGroup {
  if (recent.length === 0) return { label: "Recent", options: [] };
  const forget: PaletteOption = {
    label: "Clear recent",
    hint: "kept in this browser only",
    act: { kind: "forget" },
  };
  return { label: "Recent", options: [...recent.map(visited), forget] };
}

function visited(place: RecentPlace): PaletteOption {
  const hint = place.href.startsWith("/?") ? "search" : "chart";
  return { label: place.label, hint, act: { kind: "open", href: place.href, recent: place } };
}

function written({ label, hint, text, caret }: Suggestion): PaletteOption {
  return { label, hint, act: { kind: "write", text, caret } };
}

function charted({ name, source, namespace, version, url }: ChartHit): PaletteOption {
  const hint = `${source}${namespace === "" ? "" : ` / ${namespace}`} · ${version}`;
  return { label: name, hint, act: { kind: "open", href: url, recent: { label: name, href: url } } };
}

function searched(text: string): PaletteOption {
  const place = searchPlace(text);
  return { label: `Search for “${text}”`, hint: "", act: { kind: "open", href: place.href, recent: place } };
}

function versionGroup(
  { name, id, versions }: NonNullable<PaletteParts["chart"]>,
  begun: string,
): PaletteGroup {
  const options = versions
    .filter(({ version }) => version.startsWith(begun))
    .slice(0, MAX_VERSIONS)
    .map(({ version, appVersion, channel, deprecated }): PaletteOption => {
      const href = chartPath(id, version);
      const marks = [
        ...(appVersion === null ? [] : [`app ${appVersion}`]),
        ...(channel === "prerelease" ? ["prerelease"] : []),
        ...(deprecated ? ["deprecated"] : []),
      ];
      const recent = { label: `${name}@${version}`, href };
      return { label: recent.label, hint: marks.join(" · "), act: { kind: "open", href, recent } };
    });
  return { label: `Versions of ${name} in ${id.source}`, options };
}
