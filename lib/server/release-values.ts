import "server-only";
import { LRUCache } from "lru-cache";
import type { ChartRelease } from "../catalog/catalog.ts";
import { readValues } from "../chart/values/read-values.ts";
import type { ValuesDocument } from "../chart/values/values.ts";

/** Keys of a few large charts, or of many usual ones. */
const MAX_CACHED_KEYS = 50_000;

/** By the archive's digest, which pins every byte of the file. */
const documents = new LRUCache<string, ValuesDocument>({
  maxSize: MAX_CACHED_KEYS,
  sizeCalculation: (document) => document.keys.length + 1,
});

/** The keys of the release's values.yaml; null if it has none or its archive is not at hand. */
export function releaseValues(release: ChartRelease): ValuesDocument | null {
  const file = release.content.kind === "available" ? release.content.content.values : null;
  if (file === null) return null;
  const digest = release.digests.layer?.digest ?? release.digests.manifest;
  const known = documents.get(digest);
  if (known !== undefined) return known;
  const document = readValues(file.text);
  documents.set(digest, document);
  return document;
}
