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
 * The floor any indexer stands on: fetches manifest, config and layers of every release, and looks at nothing. Gives
 * the bytes that came.
 */
export async function downloadAll(
  origin: string,
  releases: readonly Download[],
  concurrency: number,
): Promise<number> {
  const dispatcher = new Agent({ connections: concurrency });
  const get = async (path: string): Promise<Buffer> => {
    const headers = { accept: "application/vnd.oci.image.manifest.v1+json" };
    const { statusCode, body } = await request(`${origin}/v2/${path}`, { dispatcher, headers });
    if (statusCode !== 200) throw new Error(`${path}: ${statusCode}`);
    return Buffer.from(await body.arrayBuffer());
  };
  const sizes = await pMap(
    releases,
    async ({ repository, digest }) => {
      const manifest = await get(`${repository}/manifests/${digest}`);
      const { config, layers } = JSON.parse(manifest.toString()) as Blobs;
      let bytes = manifest.length;
      for (const blob of [config, ...layers])
        bytes += (await get(`${repository}/blobs/${blob.digest}`)).length;
      return bytes;
    },
    { concurrency },
  );
  await dispatcher.close();
  return sizes.reduce((sum, size) => sum + size, 0);
}
