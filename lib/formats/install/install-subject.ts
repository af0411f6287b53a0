import type { ChartRelease, ReleaseOrigin } from "../../catalog/catalog.ts";
import { chartName } from "../../catalog/chart-name.ts";
import type { Digest, Tag } from "../../oci/reference.ts";

/** Helm refuses longer names of releases. */
const MAX_RELEASE_NAME = 53;

/** Where a tool gets the chart from. */
export type InstallPlace = RegistryPlace | RepositoryPlace;

/** A repository in a registry. */
export interface RegistryPlace {
  readonly kind: "registry";
  readonly host: string;
  /** The host and the path above the chart. */
  readonly folder: string;
  /** The path's last part. */
  readonly chart: string;
  /** Host and path. */
  readonly whole: string;
  readonly plainHttp: boolean;
  readonly signIn: boolean;
  readonly privateCa: boolean;
}

/** A chart repository, of the source or Chartroom's own. */
export interface RepositoryPlace {
  readonly kind: "repository";
  readonly url: string;
  readonly chart: string;
  readonly signIn: boolean;
  readonly privateCa: boolean;
}

/** What is to be installed, in the words of those who install it. */
export interface InstallSubject {
  readonly source: string;
  /** The chart's own name. */
  readonly name: string;
  /** `my-` and the chart's name, as far as Kubernetes allows it in names. */
  readonly releaseName: string;
  /** The chart's name, as far as Kubernetes allows it. */
  readonly objectName: string;
  readonly version: string;
  readonly tag: Tag;
  /** Whether the tag is a version; tools that compare versions take no other. */
  readonly isVersion: boolean;
  /** Of the manifest, which is what tools ask for by digest. */
  readonly digest: Digest;
  /** Of the archive. */
  readonly archiveDigest: Digest | null;
  /** Null: only as a file. */
  readonly place: InstallPlace | null;
  /** The archive's path, if the source is a folder. */
  readonly file: string | null;
  /** Chartroom's own index for Helm with this release in it, or null. */
  readonly index: string | null;
  /** What fetches the chart from another place than its source: Chartroom itself. */
  readonly throughChartroom: boolean;
}

/** `publicUrl` is where tools reach Chartroom, without a trailing slash. */
export function installSubject(release: ChartRelease, publicUrl: string): InstallSubject {
  const { id, summary, metadata, origin, digests } = release;
  const name = chartName(release);
  const isVersion = summary.channel !== "other";
  const namespace = id.repository.split("/").slice(0, -1);
  // The index leaves out what is no version, and what could not be read.
  const index =
    isVersion && metadata !== null ? [publicUrl, "helm", id.source, ...namespace].join("/") : null;
  return {
    source: id.source,
    name,
    releaseName: kubernetesName(`my-${name}`),
    objectName: kubernetesName(name),
    version: summary.version,
    tag: summary.tag,
    isVersion,
    digest: digests.manifest,
    archiveDigest: digests.layer?.digest ?? null,
    place: placeOf(origin, id.repository, name, index),
    file: origin.kind === "layout" ? (origin.archive ?? "(no archive)") : null,
    index,
    throughChartroom: origin.kind === "layout",
  };
}

function placeOf(
  origin: ReleaseOrigin,
  repository: string,
  name: string,
  index: string | null,
): InstallPlace | null {
  if (origin.kind === "repository") return { ...origin, chart: name };
  if (origin.kind === "layout") {
    return index === null
      ? null
      : { kind: "repository", url: index, chart: name, signIn: false, privateCa: false };
  }
  const parts = repository.split("/");
  return {
    ...origin,
    folder: [origin.host, ...parts.slice(0, -1)].join("/"),
    chart: parts.at(-1) ?? repository,
    whole: `${origin.host}/${repository}`,
  };
}

function kubernetesName(text: string): string {
  const name = text.toLowerCase().replace(/[^a-z0-9-]+/g, "-");
  return name.slice(0, MAX_RELEASE_NAME).replace(/^-+|-+$/g, "") || "chart";
}
