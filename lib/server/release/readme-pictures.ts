import "server-only";
import { LRUCache } from "lru-cache";
import type { AccessScope } from "../../access/scope.ts";
import type { Catalog } from "../../catalog/catalog.ts";
import type { ChartAddress } from "../../catalog/chart-path.ts";
import { createPublicConnections } from "../../pictures/fetch-picture.ts";
import {
  createRemotePictures,
  type PictureAnswer,
  type RemotePictures,
} from "../../pictures/remote-pictures.ts";
import { viewerCatalog } from "../viewer-catalog.ts";
import { releaseReadme } from "./release-readme.ts";

/** How long it counts what pictures a README has, ms: a page with 40 of them is one question to the index, not 40. */
const KNOWN_MS = 60_000;
const MAX_KNOWN = 200;

type Addresses = Promise<ReadonlySet<string>>;
const known = new LRUCache<string, Addresses>({ max: MAX_KNOWN, ttl: KNOWN_MS });

/** Next.js may load this module more than once in a process; what was fetched is there once. */
const shared: { chartroomPictures?: RemotePictures } = globalThis as { chartroomPictures?: RemotePictures };

/**
 * A picture of another host, if the README of that release has it and the viewer of this request may see the release; null if
 * not, whatever the reason. So nobody can have anything fetched that no chart here shows. Throws `CatalogError`.
 */
export async function readmePicture(address: ChartAddress, src: string): Promise<PictureAnswer | null> {
  const url = URL.parse(src);
  if (address.version === null || url === null || url.href !== src) return null;
  const { catalog, scope } = await viewerCatalog();
  const place = JSON.stringify([address.id.source, address.id.repository, address.version]);
  const addresses = await picturesOf(catalog, address, place, scope);
  if (!addresses.has(src)) return null;
  shared.chartroomPictures ??= createRemotePictures({ connections: createPublicConnections() });
  const { source, repository } = address.id;
  return shared.chartroomPictures.get(url, { group: source, member: repository });
}

function picturesOf(catalog: Catalog, address: ChartAddress, place: string, scope: AccessScope): Addresses {
  // What one viewer may see says nothing of another.
  const key = JSON.stringify([[...scope.sources].sort(), place]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const reading = readPictures(catalog, address, scope);
  known.set(key, reading);
  reading.catch(() => known.delete(key));
  return reading;
}

async function readPictures(catalog: Catalog, { id, version }: ChartAddress, scope: AccessScope): Addresses {
  const release = await catalog.release(id, version, scope);
  const readme = release === null ? null : releaseReadme(release);
  return readme?.pictures ?? new Set();
}
