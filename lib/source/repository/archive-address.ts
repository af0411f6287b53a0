import { versionOfTag } from "../../chart/version.ts";
import { RegistryError } from "../../oci/errors.ts";
import { parseRepositoryName, parseTag, type RepositoryName, type Tag } from "../../oci/reference.ts";

/** The annotation under which a chart repository, read as a registry, says where a release's archive is. */
export const ARCHIVE_ADDRESS = "io.chartroom.archive";

/** A tag in a registry. */
export interface OciAddress {
  readonly kind: "oci";
  readonly host: string;
  readonly repository: RepositoryName;
  readonly tag: Tag;
}

/** Where an archive is: at an address of the web, or in a registry under a tag. */
export type ArchiveAddress = { readonly kind: "web"; readonly url: URL } | OciAddress;

/**
 * What a `urls` entry stands for, relative to the folder of its index (helm `ResolveReferenceURL`). Throws
 * `bad-response` for what cannot be read: other schemes, plain HTTP from an index that came encrypted, `oci://` without a tag.
 */
export function parseArchiveAddress(text: string, base: URL): ArchiveAddress {
  if (/^oci:\/\//i.test(text)) return parseOciAddress(text);
  const url = URL.parse(text, base);
  const refuse = (why: string) =>
    new RegistryError("bad-response", `${base.href}index.yaml: an archive ${why}`);
  if (url === null) throw refuse("has an address that is none");
  if (url.protocol !== "https:" && url.protocol !== base.protocol) {
    throw refuse(`has an address of the kind ${url.protocol.slice(0, 20)}`);
  }
  if (url.username !== "" || url.password !== "") throw refuse("has a user name or password in its address");
  return { kind: "web", url };
}

/** The address as an index may have it, absolute; with `+`, since `helm dependency update` takes a tag for a version. */
export function formatArchiveAddress(address: ArchiveAddress): string {
  if (address.kind === "web") return address.url.href;
  return `oci://${address.host}/${address.repository}:${versionOfTag(address.tag)}`;
}

/** `oci://host/repository:tag`; Helm writes a version's `+` as `_` in the tag, indexes may have either. */
function parseOciAddress(text: string): OciAddress {
  const [, host, path = "", written = ""] = /^oci:\/\/([^/@]+)\/([^@]+):([^:/@]+)$/i.exec(text) ?? [];
  const repository = parseRepositoryName(path);
  const tag = parseTag(written.replaceAll("+", "_"));
  if (host === undefined || repository === null || tag === null) {
    throw new RegistryError("bad-response", "an oci:// address in the index names no repository and tag");
  }
  return { kind: "oci", host: host.toLowerCase(), repository, tag };
}
