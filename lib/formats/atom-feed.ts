import { createHash } from "node:crypto";
import type { ChartHit, ReleaseSummary } from "../catalog/catalog.ts";
import { type ChartId, chartPath, feedPath } from "../catalog/chart-path.ts";
import { xmlText } from "./xml.ts";

/** Entries of one feed. */
export const MAX_ENTRIES = 50;
/** For what nobody dated: Atom wants a date of everything. */
const UNDATED = "1970-01-01T00:00:00.000Z";

/** A feed (RFC 4287). Addresses are absolute, dates ISO 8601 in UTC. */
export interface AtomFeed {
  /** What it is a feed of; the same for as long as that exists, wherever it is served. */
  readonly key: readonly string[];
  readonly title: string;
  /** Where the feed is, and the page that shows the same. */
  readonly self: string;
  readonly page: string;
  readonly entries: readonly AtomEntry[];
}

/** One entry. `key` as of the feed. */
export interface AtomEntry {
  readonly key: readonly string[];
  readonly title: string;
  readonly page: string;
  readonly author: string;
  readonly summary: string;
  readonly updated: string | null;
  readonly categories: readonly string[];
}

/** The versions of a chart, those that were made last first. `origin` is the base address of this server. */
export function versionsFeed(id: ChartId, versions: readonly ReleaseSummary[], origin: string): AtomFeed {
  const { source, repository } = id;
  const shown = versions
    .filter(({ error, channel }) => error === null && channel !== "other")
    .toSorted((a, b) => compareText(b.created ?? "", a.created ?? ""))
    .slice(0, MAX_ENTRIES);
  return {
    key: [source, repository],
    title: `${repository} in ${source}`,
    self: origin + feedPath(id),
    page: origin + chartPath(id),
    entries: shown.map((release) => ({
      key: [source, repository, release.tag],
      title: `${repository.split("/").at(-1)} ${release.version}`,
      page: origin + chartPath(id, release.version),
      author: source,
      summary:
        release.appVersion === null
          ? `Version ${release.version}`
          : `Version ${release.version}, of ${release.appVersion}`,
      updated: release.created,
      categories: [release.channel, ...(release.deprecated ? ["deprecated"] : [])],
    })),
  };
}

/** What a search finds, each chart's latest version an entry. `search` is the query as it stands in an address. */
export function searchFeed(search: string, hits: readonly ChartHit[], origin: string): AtomFeed {
  const words = new URLSearchParams(search).get("q") ?? "";
  return {
    key: ["search", search],
    title: words === "" ? "New versions of charts" : `New versions of charts for ${words}`,
    self: `${origin}/feeds/search.atom?${search}`,
    page: `${origin}/?${search}`,
    entries: hits.slice(0, MAX_ENTRIES).map((hit) => ({
      key: [hit.source, hit.repository, hit.version],
      title: `${hit.name} ${hit.version}`,
      page: origin + chartPath(hit, hit.version),
      author: hit.source,
      summary: hit.description,
      updated: hit.updated,
      categories: [hit.prerelease ? "prerelease" : "stable", ...(hit.deprecated ? ["deprecated"] : [])],
    })),
  };
}

/** When anything in the feed last changed. */
export function feedUpdated({ entries }: AtomFeed): string {
  return entries.reduce(
    (latest, { updated }) => (updated !== null && updated > latest ? updated : latest),
    UNDATED,
  );
}

/** The feed as XML. */
export function renderAtom(feed: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${idOf(feed.key)}</id>`,
    `  <title>${xmlText(feed.title)}</title>`,
    `  <updated>${feedUpdated(feed)}</updated>`,
    `  <link rel="self" type="application/atom+xml" href="${xmlText(feed.self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${xmlText(feed.page)}"/>`,
    "  <generator>Chartroom</generator>",
    ...feed.entries.flatMap(renderEntry),
    "</feed>",
    "",
  ].join("\n");
}

function renderEntry(entry: AtomEntry): readonly string[] {
  return [
    "  <entry>",
    `    <id>${idOf(entry.key)}</id>`,
    `    <title>${xmlText(entry.title)}</title>`,
    `    <updated>${entry.updated ?? UNDATED}</updated>`,
    `    <link rel="alternate" type="text/html" href="${xmlText(entry.page)}"/>`,
    `    <author><name>${xmlText(entry.author)}</name></author>`,
    `    <summary>${xmlText(entry.summary)}</summary>`,
    ...entry.categories.map((category) => `    <category term="${xmlText(category)}"/>`),
    "  </entry>",
  ];
}

/** A UUID made from the key (RFC 9562, version 8): it stays when the server moves to another address. */
function idOf(key: readonly string[]): string {
  const hex = createHash("sha256").update(JSON.stringify(key)).digest("hex");
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${groups.join("-")}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
