import { allOf } from "./filter.ts";
import type { EngineDocument, IndexDefinition, SearchEngine } from "./search-engine.ts";
import { DEFINITIONS, INDEXES, settingsFingerprint } from "./settings.ts";

/** Documents copied in one step. */
const COPY_BATCH = 500;

/**
 * Makes every index what the settings say, before anything is written. An index whose settings changed is built anew
 * beside the old one, from the old one's documents, and takes its place in one step: searches never meet a gap, and
 * no registry needs to answer. Safe to stop at any point and run again. Returns the indexes that were rebuilt.
 */
export async function prepareIndexes(
  engine: SearchEngine,
  definitions: readonly IndexDefinition[] = INDEXES,
): Promise<readonly string[]> {
  const stamped = await engine.exists(DEFINITIONS);
  const current = await Promise.all(definitions.map((one) => stamped && isCurrent(engine, one)));
  const stale = definitions.filter((_, at) => !current[at]);
  const rebuilt = await Promise.all(stale.map((definition) => prepareIndex(engine, definition)));
  await engine.put(DEFINITIONS, stale.map(stampOf));
  return rebuilt.filter((uid) => uid !== null);
}

/** The index's name if it had to be rebuilt. */
async function prepareIndex(engine: SearchEngine, definition: IndexDefinition): Promise<string | null> {
  const rebuilding = definition.uid !== DEFINITIONS && (await engine.exists(definition.uid));
  await (rebuilding ? rebuild(engine, definition) : engine.define(definition));
  return rebuilding ? definition.uid : null;
}

async function rebuild(engine: SearchEngine, definition: IndexDefinition): Promise<void> {
  const next = `${definition.uid}-next`;
  await engine.drop(next);
  await engine.define({ uid: next, settings: definition.settings });
  let batch: EngineDocument[] = [];
  for await (const document of engine.fetch(definition.uid, { filter: allOf([]) })) {
    batch.push(document as EngineDocument);
    if (batch.length === COPY_BATCH) {
      await engine.put(next, batch);
      batch = [];
    }
  }
  await engine.put(next, batch);
  await engine.swap([[definition.uid, next]]);
  await engine.drop(next);
}

async function isCurrent(engine: SearchEngine, definition: IndexDefinition): Promise<boolean> {
  if (!(await engine.exists(definition.uid))) return false;
  const stamp = await engine.get(DEFINITIONS, definition.uid);
  const fingerprint = stamp === null ? null : (stamp as ReturnType<typeof stampOf>).fingerprint;
  return fingerprint === settingsFingerprint(definition);
}

function stampOf(definition: IndexDefinition) {
  return { id: definition.uid, fingerprint: settingsFingerprint(definition) };
}
