import { TextSet } from "../support/text-set.ts";
import { RegistryError } from "./errors.ts";
import { requestLabel } from "./network-error.ts";

/**
 * The next page a `Link` field names (RFC 8288), resolved against the page it came with; null if it names none. An
 * address on another origin is refused: credentials and trust end where the registry does.
 */
export function nextPage(field: string | null, page: URL): URL | null {
  const reference = findNext(field ?? "");
  if (reference === null) return null;
  const next = URL.parse(reference, page);
  if (next === null || next.origin !== page.origin) {
    const where = next === null ? "no address" : `another origin, ${next.origin}`;
    throw new RegistryError("bad-response", `${requestLabel("GET", page)}: Link to ${where}`);
  }
  return next;
}

const TARGET = /[\s,]*<([^>]*)>/y;
const PARAMETER = /\s*;\s*([^\s=;,"]+)(?:\s*=\s*(?:"([^"]*)"|([^\s;,"]*)))?/y;

function findNext(field: string): string | null {
  TARGET.lastIndex = 0;
  for (let link = TARGET.exec(field); link !== null; link = TARGET.exec(field)) {
    PARAMETER.lastIndex = TARGET.lastIndex;
    for (let match = PARAMETER.exec(field); match !== null; match = PARAMETER.exec(field)) {
      TARGET.lastIndex = PARAMETER.lastIndex;
      const relations = (match[2] ?? match[3] ?? "").toLowerCase().split(/\s+/);
      if (match[1]?.toLowerCase() === "rel" && relations.includes("next")) return link[1] ?? "";
    }
  }
  return null;
}

/** One page of a list. */
export interface Page {
  readonly entries: readonly string[];
  readonly next: URL | null;
}

/** Attack: names that never end and never repeat; each is asked for later, and ends the readings of all other sources. */
const MAX_ENTRIES = 500_000;
/** So many pages may be as empty as they like; of more, each must bring so many new entries on average. */
const FREE_PAGES = 1_000;
const ENTRIES_A_PAGE = 10;

/**
 * The entries of all pages in order, each once. A list must get on, or it is an error, since to end there would say that
 * it was whole: a page address met before, a page that names nothing new, pages with next to nothing
 * on them. What was named before the error is yielded; what is held of it is a few bytes an entry.
 */
export async function* readEntries(
  first: URL,
  readPage: (url: URL) => Promise<Page>,
): AsyncGenerator<string> {
  const fail = (what: string) => new RegistryError("bad-response", `${requestLabel("GET", first)}: ${what}`);
  const addresses = new TextSet();
  const entries = new TextSet();
  let length = 0;
  for (let url: URL | null = first; url !== null; ) {
    const pages = addresses.size;
    if (!addresses.add(url.href)) throw fail("the pages lead in a circle");
    if (pages >= FREE_PAGES && entries.size < pages * ENTRIES_A_PAGE)
      throw fail(`${entries.size} entries on ${pages} pages, and no end`);
    const page: Page = await readPage(url);
    const before = entries.size;
    for (const entry of page.entries) {
      if (!entries.add(entry)) continue;
      if (entries.size > MAX_ENTRIES) throw fail(`more than ${MAX_ENTRIES} entries`);
      yield entry;
    }
    // A shorter last page may: where pages are counted by number, what was just added moves entries on to it.
    const isRepeated = page.entries.length > 0 && entries.size === before;
    if (isRepeated && (page.next !== null || page.entries.length >= length))
      throw fail("a page that names nothing new");
    length = page.entries.length;
    url = page.next;
  }
}
