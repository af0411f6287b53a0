import { createHash } from "node:crypto";
import pMap from "p-map";
import { Agent, request } from "undici";

/** A manifest to fetch, by its address in the registry. */
export interface Download {
  readonly repository: string;
  readonly digest: string;
}

interface Blobs {
  readonly config: { readonly digest: string };
  readonly layers: readonly { readonly digest: string }[];
}

/**
 * The floor any indexer stands on: fetches manifest, config and layers of every release, verifies their digests, and
 * looks at nothing else. Gives the bytes that came.
 */
export async function downloadAll(
  origin: string,
  releases: readonly Download[],
  concurrency: number,
): Promise<number> {
  return withGet(origin, concurrency, async (get) => {
    const verified = async (path: string) => {
      const bytes = await get(path);
      const digest = createHash("sha256").update(bytes).digest("hex");
      if (!path.endsWith(digest)) throw new Error(`${path} has digest ${digest}`);
      return bytes;
    };
    const sizes = await pMap(
      releases,
      async ({ repository, digest }) => {
        const manifest = await verified(`${repository}/manifests/${digest}`);
        const { config, layers } = JSON.parse(manifest.toString()) as Blobs;
        let bytes = manifest.length;
        for (const blob of [config, ...layers]) {
          bytes += (await verified(`${repository}/blobs/${blob.digest}`)).length;
        }
        return bytes;
      },
      { concurrency },
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  });
}

/** The floor of a pass that finds nothing new: lists the tags of every repository. */
export async function listAllTags(
  origin: string,
  repositories: readonly string[],
  concurrency: number,
): Promise<void> {
  await withGet(origin, concurrency, (get) =>
    pMap(repositories, async (repository) => JSON.parse((await get(`${repository}/tags/list`)).toString()), {
      concurrency,
    }),
  );
}

async function withGet<T>(
  origin: string,
  concurrency: number,
  run: (get: (path: string) => Promise<Buffer>) => Promise<T>,
): Promise<T> {
  const dispatcher = new Agent({ connections: concurrency });
  try {
    return await run(async (path) => {
      const headers = { accept: "application/vnd.oci.image.manifest.v1+json" };
      const { statusCode, body } = await request(`${origin}/v2/${path}`, { dispatcher, headers });
      if (statusCode !== 200) throw new Error(`${path}: ${statusCode}`);
      return Buffer.from(await body.arrayBuffer());
    });
  } finally {
    await dispatcher.close();
  }
}
