import pMap from "p-map";
import type { EMPTY_CATALOG } from "../catalog/catalog.ts";
import type { RepositoryName } from "../oci/reference.ts";
import type { ReleaseDocument } from "../search/document.ts";
import { equals } from "../search/filter.ts";
import { RELEASES } from "../search/settings.ts";
import type { Source } from "../source/source.ts";
import type { TextSet } from "../support/text-set.ts";
import type { SourceMemory } from "./source-memory.ts";
import { syncInTurn } from "./sync-in-turn.ts";
import type { SyncTally } from "./sync-report.ts";
import type { SyncParts } from "./sync-repository.ts";

/** Repositories that are removed in one go; only their names are held. */
const ROUND = 10_000;
const REPOSITORIES_AT_ONCE = 16;

/** What removing works with. */
interface RemovalParts extends SyncParts {
  readonly memory: SourceMemory;
  /** Resolves when what was sent is in the index; throws if it was refused. */
  readonly settle: () => Promise<void>;
}

/** Removes what is indexed of repositories that a complete listing did not name: to us they are empty, and are not asked for. */
export async function removeVanished(
  parts: RemovalParts,
  source: Source,
  named: TextSet,
  acceptEmpty: boolean,
): Promise<void> {
  const { memory, settle, tally } = parts;
  if (named.size === 0 && !acceptEmpty) {
    const kept = await countUnnamed(parts, source, named);
    if (kept > 0) suspectEmpty(tally, source, kept);
    return;
  }
  const empty: Source = { ...source, client: { ...source.client, async *tags() {} } };
  for (;;) {
    await settle();
    const vanished = await findUnnamed(parts, source, named);
    if (vanished.size === 0) return;
    await pMap(
      vanished,
      async (repository) => {
        // Whatever comes of it, the next round is not to find it again.
        named.add(repository);
        if (!memory.wished.has(repository)) await syncInTurn(memory, parts, empty, repository);
      },
      { concurrency: REPOSITORIES_AT_ONCE },
    );
  }
}

function suspectEmpty(tally: SyncTally, source: Source, kept: number): void {
  const code: typeof EMPTY_CATALOG = "empty-catalog";
  tally.addSuspicion(
    code,
    `The registry lists no repository at all, but ${kept} releases are indexed; they are kept.`,
    `Check the account's right to read the catalog. If the registry is really empty, say so on the Sources page, or send {"acceptEmpty": true} to POST /api/v1/sources/${source.id}/sync.`,
  );
}

async function countUnnamed(parts: RemovalParts, source: Source, named: TextSet): Promise<number> {
  let count = 0;
  for await (const _ of unnamedReleases(parts, source, named)) count += 1;
  return count;
}

async function findUnnamed(
  parts: RemovalParts,
  source: Source,
  named: TextSet,
): Promise<ReadonlySet<RepositoryName>> {
  const unnamed = new Set<RepositoryName>();
  for await (const { repository } of unnamedReleases(parts, source, named)) {
    unnamed.add(repository);
    if (unnamed.size >= ROUND) break;
  }
  return unnamed;
}

/** An event is a name too: its repository may be younger than the listing. */
async function* unnamedReleases({ reader, memory }: RemovalParts, source: Source, named: TextSet) {
  const options = { filter: equals("source", source.id), fields: ["repository"] };
  for await (const document of reader.fetch(RELEASES, options)) {
    const release = document as Pick<ReleaseDocument, "repository">;
    if (!named.has(release.repository) && !memory.wished.has(release.repository)) yield release;
  }
}
