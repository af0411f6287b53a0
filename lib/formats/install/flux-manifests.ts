import type { InstallSubject, RegistryPlace, RepositoryPlace } from "./install-subject.ts";
import type { InstallBlock, InstallBy, InstallWay } from "./install-way.ts";
import { shellWord } from "./quoted-texts.ts";
import { formatYaml, type YamlFields } from "./yaml-manifest.ts";

const SOURCE_API = "source.toolkit.fluxcd.io/v1";
const RELEASE_API = "helm.toolkit.fluxcd.io/v2";
const INTERVAL = "10m";

/** Flux 2.6 and later: a source and the release made from it, both in the namespace they are applied to. */
export function fluxWay(subject: InstallSubject, by: InstallBy): InstallWay | null {
  const { place } = subject;
  if (place === null || (place.kind === "repository" && !subject.isVersion)) return null;
  const text =
    place.kind === "registry"
      ? formatYaml(ociRepository(subject, place, by), release(subject, chartRef(subject)))
      : formatYaml(helmRepository(subject, place), release(subject, chartSpec(subject, place)));
  return {
    id: "flux",
    title: "Flux",
    notes: notesOf(subject, by),
    blocks: [...secretBlocks(subject), { title: "Source and release", language: "yaml", text }],
  };
}

function ociRepository(subject: InstallSubject, place: RegistryPlace, by: InstallBy): YamlFields {
  return {
    apiVersion: SOURCE_API,
    kind: "OCIRepository",
    metadata: { name: subject.objectName },
    spec: {
      interval: INTERVAL,
      url: `oci://${place.whole}`,
      // Without it Flux takes the first layer, which may be the provenance.
      layerSelector: {
        mediaType: "application/vnd.cncf.helm.chart.content.v1.tar+gzip",
        operation: "copy",
      },
      ref: by === "digest" ? { digest: subject.digest } : { tag: subject.tag },
      insecure: place.plainHttp ? true : undefined,
      ...secretRefs(subject, place),
    },
  };
}

function helmRepository(subject: InstallSubject, place: RepositoryPlace): YamlFields {
  return {
    apiVersion: SOURCE_API,
    kind: "HelmRepository",
    metadata: { name: subject.source },
    spec: { interval: INTERVAL, url: place.url, ...secretRefs(subject, place) },
  };
}

function release(subject: InstallSubject, chart: YamlFields): YamlFields {
  return {
    apiVersion: RELEASE_API,
    kind: "HelmRelease",
    metadata: { name: subject.objectName },
    spec: { interval: INTERVAL, releaseName: subject.releaseName, ...chart },
  };
}

function chartRef({ objectName }: InstallSubject): YamlFields {
  return { chartRef: { kind: "OCIRepository", name: objectName } };
}

function chartSpec({ version, source }: InstallSubject, { chart }: RepositoryPlace): YamlFields {
  return {
    chart: { spec: { chart, version, sourceRef: { kind: "HelmRepository", name: source } } },
  };
}

function secretRefs(subject: InstallSubject, place: RegistryPlace | RepositoryPlace): YamlFields {
  return {
    secretRef: place.signIn ? { name: `${subject.source}-login` } : undefined,
    certSecretRef: place.privateCa ? { name: `${subject.source}-ca` } : undefined,
  };
}

function secretBlocks({ place, source }: InstallSubject): readonly InstallBlock[] {
  const lines: string[] = [];
  if (place?.signIn && place.kind === "registry") {
    const server = shellWord(`--docker-server=${place.host}`);
    lines.push(
      `kubectl create secret docker-registry ${source}-login ${server} --docker-username=YOU --docker-password=PASSWORD`,
    );
  } else if (place?.signIn) {
    lines.push(
      `kubectl create secret generic ${source}-login --from-literal=username=YOU --from-literal=password=PASSWORD`,
    );
  }
  if (place?.privateCa) lines.push(`kubectl create secret generic ${source}-ca --from-file=ca.crt=ca.pem`);
  return lines.length === 0 ? [] : [{ title: "Secrets first", language: "bash", text: lines.join("\n") }];
}

function notesOf({ place, tag, version }: InstallSubject, by: InstallBy): readonly string[] {
  if (place?.kind === "repository") {
    return by === "digest" ? ["Flux asks a chart repository by version; it has no digest to ask for."] : [];
  }
  if (by === "digest")
    return ["The digest is the manifest's. Flux 2.6 and later have this version of OCIRepository."];
  const build = tag === version ? [] : ["In tags, the + of a version is written _."];
  return ["Flux 2.6 and later have this version of OCIRepository.", ...build];
}
