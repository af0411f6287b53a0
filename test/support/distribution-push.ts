import type { RegistryContent } from "./fake-registry-content.ts";

/** Asks a real registry for something it must grant. */
async function must(url: URL, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${init.method} ${url}: ${response.status} ${await response.text()}`);
  return response;
}

/** Pushes everything a fake registry was filled with into a real one. `authorization` is the header's value. */
export async function pushContent(
  registry: URL,
  content: RegistryContent,
  authorization?: string,
): Promise<void> {
  const headers = authorization === undefined ? {} : { authorization };
  for (const [name, repository] of content.repositories) {
    for (const [digest, bytes] of repository.blobs) {
      const upload = await must(new URL(`/v2/${name}/blobs/uploads/`, registry), { method: "POST", headers });
      const location = new URL(upload.headers.get("location") ?? "", registry);
      location.searchParams.set("digest", digest);
      await must(location, { method: "PUT", headers, body: new Uint8Array(bytes) });
    }
    const references = new Map([...repository.manifests.keys()].map((digest) => [digest, digest]));
    for (const [tag, digest] of repository.tags) references.set(tag, digest);
    for (const [reference, digest] of references) {
      const manifest = repository.manifests.get(digest);
      if (manifest === undefined) throw new Error(`${name}:${reference} is not in the content`);
      await must(new URL(`/v2/${name}/manifests/${reference}`, registry), {
        method: "PUT",
        headers: { ...headers, "content-type": manifest.mediaType },
        body: new Uint8Array(manifest.bytes),
      });
    }
  }
}

/** Deletes a manifest, and with it the tags that point at it. */
export async function deleteManifest(
  registry: URL,
  repository: string,
  digest: string,
  authorization?: string,
): Promise<void> {
  const headers = authorization === undefined ? {} : { authorization };
  await must(new URL(`/v2/${repository}/manifests/${digest}`, registry), { method: "DELETE", headers });
}
