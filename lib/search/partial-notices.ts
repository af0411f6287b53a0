import { LRUCache } from "lru-cache";
import type { AccessScope } from "../access/scope.ts";
import type { PartialNotice } from "../catalog/catalog.ts";
import type { SearchReader } from "./search-engine.ts";
import { readSourceDocuments } from "./source-states.ts";

/** How long what was read is told again, ms: with each letter that is typed it would be the same. */
const TOLD_MS = 1_000;
const MAX_SCOPES = 100;

/** Sources of a scope whose charts may be old or missing. Throws `SearchEngineError`. */
export type PartialNotices = (scope: AccessScope) => Promise<readonly PartialNotice[]>;

interface Told {
  readonly notices: Promise<readonly PartialNotice[]>;
  readonly at: number;
}

/** Reads them at most once a second; `now` in ms. */
export function createPartialNotices(reader: SearchReader, now: () => number = Date.now): PartialNotices {
  const told = new LRUCache<string, Told>({ max: MAX_SCOPES });
  return (scope) => {
    const key = JSON.stringify([...scope.sources].sort());
    const known = told.get(key);
    if (known !== undefined && now() - known.at < TOLD_MS) return known.notices;
    const notices = readNotices(reader, scope);
    told.set(key, { notices, at: now() });
    notices.catch(() => told.delete(key));
    return notices;
  };
}

/** Sources that could not be read lately, or never yet. */
async function readNotices(reader: SearchReader, scope: AccessScope): Promise<readonly PartialNotice[]> {
  const documents = await readSourceDocuments(reader, scope);
  return [...scope.sources].flatMap((id): PartialNotice[] => {
    const document = documents.get(id);
    if (document === undefined) return [{ source: id, reason: "It has not been read yet.", since: null }];
    if (document.status === "reading" && document.lastRead === null) {
      return [{ source: id, reason: "It is being read for the first time.", since: null }];
    }
    const failing = document.status === "failing" || document.failedBefore === true;
    if (!failing) return [];
    const reason = document.problems[0]?.message ?? "It could not be read.";
    return [{ source: id, reason, since: document.lastRead }];
  });
}
