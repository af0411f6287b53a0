import type { RepositoryName } from "../oci/reference.ts";
import type { Source } from "../source/source.ts";
import type { SourceMemory } from "./source-memory.ts";
import { type SyncParts, syncRepository } from "./sync-repository.ts";

/**
 * Syncs a repository when nobody else works on it, and gives the turn on once its changes are searchable: who comes next
 * reads them. Waits for the first, not for the second.
 */
export async function syncInTurn(
  { turns }: SourceMemory,
  parts: SyncParts,
  source: Source,
  repository: RepositoryName,
): ReturnType<typeof syncRepository> {
  const endTurn = await turns.take(repository);
  const changes: Promise<void>[] = [];
  const sent = (change: Promise<void>) => {
    changes.push(change);
    parts.sent(change);
  };
  try {
    return await syncRepository({ ...parts, sent }, source, repository);
  } finally {
    void Promise.allSettled(changes).then(endTurn);
  }
}
