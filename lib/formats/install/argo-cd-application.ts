import type { InstallPlace, InstallSubject, RegistryPlace } from "./install-subject.ts";
import type { InstallBlock, InstallBy, InstallWay } from "./install-way.ts";
import { formatYaml, type YamlFields } from "./yaml-manifest.ts";

/**
 * An Application. Helm's own way into a registry (address without `oci://`, and the chart's name) takes versions over TLS
 * only; for the rest there is Argo CD's own (3.1 and later: address with `oci://`, and a path).
 */
export function argoCdWay(subject: InstallSubject, by: InstallBy): InstallWay | null {
  const { place } = subject;
  if (place === null || (place.kind === "repository" && !subject.isVersion)) return null;
  const native = place.kind === "registry" && (by === "digest" || !subject.isVersion || place.plainHttp);
  const source = native ? ociSource(subject, place, by) : chartSource(subject, place);
  const application = {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Application",
    metadata: { name: subject.objectName, namespace: "argocd" },
    spec: {
      project: "default",
      source: { ...source, helm: { releaseName: subject.releaseName } },
      destination: { server: "https://kubernetes.default.svc", namespace: "default" },
      syncPolicy: { syncOptions: ["CreateNamespace=true"] },
    },
  };
  return {
    id: "argo-cd",
    title: "Argo CD",
    notes: notesOf(place, native, by),
    blocks: [
      ...repositoryBlocks(subject, place, native),
      { title: "Application", language: "yaml", text: formatYaml(application) },
    ],
  };
}

function ociSource(subject: InstallSubject, place: RegistryPlace, by: InstallBy): YamlFields {
  return {
    repoURL: `oci://${place.whole}`,
    path: ".",
    targetRevision: by === "digest" ? subject.digest : subject.tag,
  };
}

function chartSource({ version }: InstallSubject, place: InstallPlace): YamlFields {
  const repoURL = place.kind === "registry" ? place.folder : place.url;
  return { repoURL, chart: place.chart, targetRevision: version };
}

/** How Argo CD is told of a place that needs more than an address. */
function repositoryBlocks(
  { source }: InstallSubject,
  place: InstallPlace,
  native: boolean,
): readonly InstallBlock[] {
  const plainHttp = place.kind === "registry" && place.plainHttp;
  if (!place.signIn && !plainHttp) return [];
  const address =
    place.kind === "repository"
      ? { type: "helm", name: source, url: place.url }
      : native
        ? { type: "oci", url: `oci://${place.whole}` }
        : { type: "helm", name: source, url: place.folder, enableOCI: "true" };
  const secret = {
    apiVersion: "v1",
    kind: "Secret",
    metadata: {
      name: source,
      namespace: "argocd",
      labels: { "argocd.argoproj.io/secret-type": "repository" },
    },
    stringData: {
      ...address,
      insecureOCIForceHttp: plainHttp ? "true" : undefined,
      ...(place.signIn ? { username: "YOU", password: "PASSWORD" } : {}),
    },
  };
  return [{ title: "The repository first", language: "yaml", text: formatYaml(secret) }];
}

function notesOf(place: InstallPlace, native: boolean, by: InstallBy): readonly string[] {
  const notes: string[] = [];
  if (native) notes.push("Argo CD 3.1 and later read charts from registries this way.");
  if (by === "digest") {
    notes.push(
      native
        ? "The digest is the manifest's."
        : "Argo CD asks a chart repository by version; it has no digest to ask for.",
    );
  }
  if (place.privateCa) {
    notes.push("The certificate of the private authority belongs into the ConfigMap argocd-tls-certs-cm.");
  }
  return notes;
}
