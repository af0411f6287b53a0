import { hash } from "node:crypto";
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

const MAX_PAGES = 100_000;
/** Attack: names that never end and never repeat fill the memory, 16 MiB a page, and end the readings of all other sources. */
const MAX_ENTRIES = 500_000;

/**
 * The entries of all pages in order. A list that never ends is cut by its own repetition: a page address or a page met
 * before is an error, since to end there would say that the list was whole.
 */
export async function* readEntries(
  first: URL,
  readPage: (url: URL) => Promise<Page>,
): AsyncGenerator<string> {
  // By digest: 100,000 addresses of 14 kB would be more than a gigabyte.
  const seen = new Set<string>();
  let entries = 0;
  let previous = "";
  for (let url: URL | null = first; url !== null; ) {
    const fail = (what: string) =>
      new RegistryError("bad-response", `${requestLabel("GET", first)}: ${what}`);
    const address = hash("sha256", url.href);
    if (seen.has(address)) throw fail("the pages lead in a circle");
    if (seen.size >= MAX_PAGES) throw fail(`more than ${MAX_PAGES} pages`);
    seen.add(address);
    const page: Page = await readPage(url);
    const content = page.entries.join("\n");
    if (content !== "" && content === previous) throw fail("the same page came twice");
    previous = content;
    entries += page.entries.length;
    if (entries > MAX_ENTRIES) throw fail(`more than ${MAX_ENTRIES} entries`);
    yield* page.entries;
    url = page.next;
  }
}
