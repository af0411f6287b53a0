import type { InstallPlace, InstallSubject } from "./install-subject.ts";
import type { InstallBy, InstallWay } from "./install-way.ts";
import { formatYaml, type YamlFields } from "./yaml-manifest.ts";

/** A helmfile.yaml with one release. */
export function helmfileWay(subject: InstallSubject, by: InstallBy): InstallWay | null {
  const { place } = subject;
  if (place === null || (place.kind === "repository" && !subject.isVersion)) return null;
  const way = { id: "helmfile", title: "Helmfile" } as const;
  const pinned = by === "digest" && place.kind === "registry";
  if (!subject.isVersion && !pinned) {
    return { ...way, notes: ["Helmfile takes versions and digests, and this is a tag."], blocks: [] };
  }
  const text = pinned ? byDigest(subject, place.whole, place.plainHttp) : byVersion(subject, place);
  return {
    ...way,
    notes: notesOf(subject, by),
    blocks: [{ title: "helmfile.yaml", language: "yaml", text }],
  };
}

function byDigest({ releaseName, digest }: InstallSubject, whole: string, plainHttp: boolean): string {
  const release = { name: releaseName, chart: `oci://${whole}@${digest}` };
  return formatYaml({ releases: [{ ...release, plainHttp: plainHttp ? true : undefined }] });
}

function byVersion({ source, releaseName, version }: InstallSubject, place: InstallPlace): string {
  const plainHttp = place.kind === "registry" && place.plainHttp ? true : undefined;
  const repository: YamlFields = {
    name: source,
    url: place.kind === "registry" ? place.folder : place.url,
    oci: place.kind === "registry" ? true : undefined,
    plainHttp,
    caFile: place.privateCa ? "ca.pem" : undefined,
  };
  const release = { name: releaseName, chart: `${source}/${place.chart}`, version, plainHttp };
  return formatYaml({ repositories: [repository], releases: [release] });
}

function notesOf({ place, source }: InstallSubject, by: InstallBy): readonly string[] {
  const notes: string[] = [];
  if (by === "digest" && place?.kind === "registry") {
    notes.push("The digest is the manifest's. Helmfile takes it since February 2026 (its change 2398).");
  } else if (by === "digest") {
    notes.push("Helmfile asks a chart repository by version; it has no digest to ask for.");
  }
  if (place?.signIn) {
    const prefix = source.toUpperCase().replaceAll("-", "_");
    notes.push(
      by === "digest" && place.kind === "registry"
        ? "Sign in with helm registry login first."
        : `It signs in with ${prefix}_USERNAME and ${prefix}_PASSWORD of the environment.`,
    );
  }
  return notes;
}
