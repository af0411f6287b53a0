import type { ChartHit, Segment } from "../catalog/catalog.ts";
import type { ChartDocument } from "./document.ts";
import { chartDocumentId } from "./document.ts";
import { isOneOf } from "./filter.ts";
import type { SearchReader } from "./search-engine.ts";
import { CHARTS } from "./settings.ts";

/** Characters shown before and behind the first word found. */
const BEFORE = 60;
const BEHIND = 120;

/**
 * Adds, to hits that show no match in what a row shows anyway, the place in the README where they matched. The engine
 * could cut it out itself, but takes the whole README of every hit apart for that: thirty times the cost of the search.
 */
export async function withReadmeSnippets(
  reader: SearchReader,
  text: string,
  hits: readonly ChartHit[],
): Promise<readonly ChartHit[]> {
  const words = wordsOf(text);
  const idOf = (hit: ChartHit) => chartDocumentId(hit.source, hit.repository);
  const unexplained = hits.filter(({ matched }) => matched.length === 0).map(idOf);
  if (words.length === 0 || unexplained.length === 0) return hits;

  const readmes = new Map<string, string>();
  const options = { filter: isOneOf("id", unexplained), fields: ["id", "readme"] };
  for await (const document of reader.fetch(CHARTS, options)) {
    const { id, readme } = document as Pick<ChartDocument, "id" | "readme">;
    readmes.set(id, readme);
  }
  return hits.map((hit) => {
    const segments = hit.matched.length > 0 ? null : snippetOf(readmes.get(idOf(hit)) ?? "", words);
    return segments === null ? hit : { ...hit, matched: [{ field: "readme", segments }] };
  });
}

/** The words around the first one that begins with a word of the query, matches marked; null if there is none. */
export function snippetOf(text: string, words: readonly string[]): readonly Segment[] | null {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})`, "giu");
  const first = text.search(pattern);
  if (first === -1) return null;
  const start = first <= BEFORE ? 0 : text.indexOf(" ", first - BEFORE) + 1;
  const rest = text.indexOf(" ", first + BEHIND);
  const end = rest === -1 ? text.length : rest;
  const segments: Segment[] = start > 0 ? [{ text: "…", match: false }] : [];
  let position = start;
  for (const { 0: match, index } of text.slice(start, end).matchAll(pattern)) {
    if (start + index > position) segments.push({ text: text.slice(position, start + index), match: false });
    segments.push({ text: match, match: true });
    position = start + index + match.length;
  }
  if (position < end) segments.push({ text: text.slice(position, end), match: false });
  return end < text.length ? [...segments, { text: "…", match: false }] : segments;
}

/** Letters and digits only, so they mean nothing else in a pattern; the longest first, since the first that fits is taken. */
export function wordsOf(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.sort((a, b) => b.length - a.length);
}
