import { basename } from "node:path";
import { isRecord, MAX_MANIFEST_BYTES, MAX_PAGE_BYTES } from "../../oci/body.ts";
import { RegistryError } from "../../oci/errors.ts";
import { readManifest } from "../../oci/manifest.ts";
import { OCI_INDEX } from "../../oci/media-types.ts";
import { parseRepositoryName, parseTag, type RepositoryName, type Tag } from "../../oci/reference.ts";
import type { Descriptor } from "../../oci/registry-client.ts";
import { digestOf } from "../archive-bytes.ts";
import { parseJsonFile, readBlobFile, readLayoutFile } from "./layout-file.ts";

/** What a layout holds under a name. */
export interface LayoutIndex {
  readonly repositories: ReadonlyMap<RepositoryName, ReadonlyMap<Tag, Descriptor>>;
  /** References that name no repository or tag. */
  readonly unreadable: readonly string[];
}

const REFERENCE = "org.opencontainers.image.ref.name";
/** What containerd and `docker save` write beside it: the whole reference. */
const IMAGE_NAME = "io.containerd.image.name";
/** Indexes within indexes; none is known to nest deeper than one. */
const MAX_DEPTH = 4;
const MAX_MANIFESTS = 250_000;

/**
 * Reads `index.json`, and the indexes in it that carry no name of their own. A reference is `repository:tag`, with or
 * without a host, as `skopeo` and this project's demo write it, or a tag alone, as `oras` does: then the repository is
 * `plainName`, or else the folder's name. A manifest without a reference has no tag, and is not read.
 */
export async function readLayoutIndex(
  layout: string,
  plainName: RepositoryName | null,
): Promise<LayoutIndex> {
  const fallback = plainName ?? parseRepositoryName(basename(layout).toLowerCase());
  const repositories = new Map<RepositoryName, Map<Tag, Descriptor>>();
  const unreadable: string[] = [];
  let count = 0;

  async function take(manifests: readonly Descriptor[], depth: number): Promise<void> {
    for (const descriptor of manifests) {
      count += 1;
      if (count > MAX_MANIFESTS || depth > MAX_DEPTH) {
        throw new RegistryError("too-large", `${layout}/index.json: more indexes or manifests than are read`);
      }
      const reference = descriptor.annotations?.[IMAGE_NAME] ?? descriptor.annotations?.[REFERENCE];
      if (reference !== undefined) name(reference, descriptor);
      else if (descriptor.mediaType === OCI_INDEX) await take(await childrenOf(descriptor), depth + 1);
    }
  }

  async function childrenOf({ digest }: Descriptor): Promise<readonly Descriptor[]> {
    const file = await readBlobFile(layout, digest, MAX_MANIFEST_BYTES);
    const source = { label: file.label, digest, size: file.bytes.length, contentType: OCI_INDEX };
    const index = readManifest(source, parseJsonFile(file));
    return index.kind === "index" ? index.manifests : [];
  }

  function name(reference: string, descriptor: Descriptor): void {
    const { repository, tag } = parseReference(reference, fallback);
    if (repository === null || tag === null) {
      unreadable.push(reference);
      return;
    }
    const tags = repositories.get(repository) ?? new Map<Tag, Descriptor>();
    repositories.set(repository, tags.set(tag, descriptor));
  }

  await take(await topManifests(layout), 0);
  return { repositories, unreadable };
}

/** `index.json` may lack a media type: the specification does not ask for one. */
async function topManifests(layout: string): Promise<readonly Descriptor[]> {
  const file = await readLayoutFile(layout, "index.json", MAX_PAGE_BYTES);
  const json = parseJsonFile(file);
  const typed = isRecord(json) ? { mediaType: OCI_INDEX, ...json } : json;
  const source = {
    label: file.label,
    digest: digestOf(file.bytes),
    size: file.bytes.length,
    contentType: null,
  };
  const index = readManifest(source, typed);
  if (index.kind === "index") return index.manifests;
  throw new RegistryError("bad-response", `${file.label}: is no index`);
}

function parseReference(
  text: string,
  fallback: RepositoryName | null,
): { readonly repository: RepositoryName | null; readonly tag: Tag | null } {
  const colon = text.lastIndexOf(":");
  // A colon before the last slash is that of a port.
  if (colon < text.lastIndexOf("/")) return { repository: null, tag: null };
  const tag = parseTag(text.slice(colon + 1).replaceAll("+", "_"));
  if (colon < 0) return { repository: fallback, tag };
  const [first = "", ...rest] = text
    .slice(0, colon)
    .replace(/^oci:\/\//, "")
    .split("/");
  const hasHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  return { repository: parseRepositoryName((hasHost ? rest : [first, ...rest]).join("/")), tag };
}
