import "server-only";
import type { Catalog } from "../catalog/catalog.ts";
import type { ListedRelease } from "../catalog/source-listing.ts";
import { parseSourceId } from "../config/source-id.ts";
import { renderHelmIndex } from "../formats/helm-index.ts";
import { RegistryError } from "../oci/errors.ts";
import { parseRepositoryName, parseTag } from "../oci/reference.ts";
import { conditional, entityTag, hasCurrent } from "./conditional.ts";
import { problem } from "./problem.ts";
import type { ViewerCatalog } from "./viewer-catalog.ts";

/** Goes up when the same content is written in another way. */
const INDEX_FORMAT = "1";
const ARCHIVES = "archives";

/**
 * What lies below `/helm/`: `<source>/index.yaml`, `<source>/<namespace…>/index.yaml`, and for charts that no registry or
 * repository serves, `<source>/archives/<repository…>/<tag>/<chart>-<version>.tgz`.
 */
export async function answerHelm(
  request: Request,
  segments: readonly string[],
  { catalog, scope }: ViewerCatalog,
): Promise<Response> {
  const source = parseSourceId(segments[0] ?? "");
  const file = segments.at(-1) ?? "";
  const folder = segments.slice(1, -1);
  if (source === null || segments.length < 2) return problem("not-found");
  if (folder[0] === ARCHIVES && file.endsWith(".tgz")) {
    const repository = parseRepositoryName(folder.slice(1, -1).join("/"));
    const tag = parseTag(folder.at(-1) ?? "");
    if (repository === null || tag === null) return problem("not-found");
    return answerArchive(request, file, await catalog.archive({ source, repository }, tag, scope));
  }
  const namespace = folder.length === 0 ? null : parseRepositoryName(folder.join("/"));
  if (file !== "index.yaml" || (folder.length > 0 && namespace === null)) return problem("not-found");
  const listing = await catalog.listing(source, namespace, scope);
  if (listing === null) return problem("not-found");
  const up = "../".repeat(folder.length);
  const index = () =>
    renderHelmIndex(listing.releases(), (release) => release.address ?? up + ownAddress(release));
  const etag = entityTag(INDEX_FORMAT, listing.fingerprint, up);
  return conditional(request, { etag, "content-type": "text/yaml; charset=utf-8" }, () => streamOf(index()));
}

/** From the source's own folder: Helm resolves it against wherever it found the index. */
function ownAddress({ repository, tag, version, metadata }: ListedRelease): string {
  const file = encodeURIComponent(`${metadata.name}-${version}.tgz`);
  return `${ARCHIVES}/${repository}/${tag}/${file}`;
}

async function answerArchive(
  request: Request,
  file: string,
  archive: Awaited<ReturnType<Catalog["archive"]>>,
): Promise<Response> {
  if (archive === null || archive.fileName !== file) return problem("not-found");
  const headers = {
    etag: `"${archive.digest}"`,
    "content-type": "application/gzip",
    "content-disposition": `attachment; filename="${file.replaceAll(/[^a-zA-Z0-9._+-]/g, "_")}"`,
  };
  if (request.method === "HEAD" || hasCurrent(request, headers.etag)) {
    return conditional(request, { ...headers, "content-length": String(archive.size) }, () => "");
  }
  try {
    const bytes = await archive.read();
    return conditional(request, headers, () => new Uint8Array(bytes));
  } catch (error) {
    if (error instanceof RegistryError) return problem("archive-unavailable");
    throw error;
  }
}

/** Reads on only as fast as the client does; ends reading when it is gone. */
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
