import type { ReleaseSummary } from "../catalog/catalog.ts";
import type { ChartId } from "../catalog/chart-path.ts";
import { xmlText } from "./xml.ts";

/** A badge: a name and what is said of it. */
export interface VersionBadge {
  readonly label: string;
  readonly message: string;
  readonly color: string;
}

const COLORS = { stable: "#0b6b8a", prerelease: "#a85a00", deprecated: "#6b6b6b" };
const MAX_CHARACTERS = 60;
const PADDING = 6;

/** Verdana's advance widths in 2048ths of the size, for what names and versions are made of; of others the widest usual. */
const WIDTHS: Readonly<Record<string, number>> = {
  ...widths("ilI", 562),
  ...widths("abdeghknopquvxyz_+0123456789", 1302),
  ...widths("cfjrst-./ ", 1067),
  ...widths("mwMW", 2024),
};
const OTHER_WIDTH = 1700;
const WIDE = 2048;
const FONT_SIZE = 11;

/** The latest version: the newest stable, else the newest prerelease. Null for a chart without a version. */
export function versionBadge(id: ChartId, versions: readonly ReleaseSummary[]): VersionBadge | null {
  const readable = versions.filter(({ error }) => error === null);
  const latest =
    readable.find(({ channel }) => channel === "stable") ??
    readable.find(({ channel }) => channel === "prerelease") ??
    readable[0];
  if (latest === undefined) return null;
  const color = latest.deprecated
    ? COLORS.deprecated
    : latest.channel === "stable"
      ? COLORS.stable
      : COLORS.prerelease;
  return { label: id.repository.split("/").at(-1) ?? "", message: latest.version, color };
}

/** What shields.io reads from an endpoint (its "Endpoint Badge"). */
export function formatShieldsBadge({ label, message, color }: VersionBadge) {
  return { schemaVersion: 1, label, message, color };
}

/** The badge as a picture: nothing in it is loaded from elsewhere. */
export function renderBadge(badge: VersionBadge): string {
  const [label, message] = [shortened(badge.label), shortened(badge.message)];
  const [left, right] = [textWidth(label) + 2 * PADDING, textWidth(message) + 2 * PADDING];
  const title = xmlText(`${label}: ${message}`);
  const words = (text: string, x: number) =>
    `<text x="${x}" y="14" textLength="${textWidth(text)}" lengthAdjust="spacingAndGlyphs">${xmlText(text)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<clipPath id="r"><rect width="${left + right}" height="20" rx="3"/></clipPath>`,
    '<g clip-path="url(#r)">',
    `<rect width="${left}" height="20" fill="#3c4650"/>`,
    `<rect x="${left}" width="${right}" height="20" fill="${badge.color}"/>`,
    "</g>",
    `<g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="${FONT_SIZE}">`,
    words(label, PADDING),
    words(message, left + PADDING),
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

/** Whole pixels. */
function textWidth(text: string): number {
  const units = Array.from(
    text,
    (character) => WIDTHS[character] ?? (character > "\u007f" ? WIDE : OTHER_WIDTH),
  );
  return Math.ceil((units.reduce((sum, width) => sum + width, 0) * FONT_SIZE) / 2048);
}

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= MAX_CHARACTERS ? text : `${characters.slice(0, MAX_CHARACTERS - 1).join("")}…`;
}

function widths(characters: string, width: number): Readonly<Record<string, number>> {
  return Object.fromEntries(Array.from(characters, (character) => [character, width]));
}
