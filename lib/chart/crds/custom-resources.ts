import type { HubCrd } from "../hub-annotations.ts";
import type { Manifest } from "../manifests.ts";
import type { ManifestFile } from "../templates/template-kinds.ts";

/** A kind that a chart adds to the cluster. */
export interface CustomResource {
  readonly kind: string;
  /** Empty if unknown. */
  readonly group: string;
  readonly plural: string | null;
  readonly versions: readonly string[];
  readonly origin: "crds" | "templates" | "annotation";
  /** File and 1-based line; null for an annotation. */
  readonly path: string | null;
  readonly line: number | null;
}

const MAX_CRDS = 500;

/** What `crds/`, templates and the annotation `artifacthub.io/crds` say, in this order; each kind of a group once. */
export function customResourcesOf(
  crds: readonly ManifestFile[],
  templates: readonly ManifestFile[],
  annotated: readonly HubCrd[],
): readonly CustomResource[] {
  const found = new Map<string, CustomResource>();
  const all = [
    ...crds.flatMap((file) => definitionsIn(file, "crds")),
    ...templates.flatMap((file) => definitionsIn(file, "templates")),
    ...annotated.map(annotatedResource),
  ];
  for (const resource of all) {
    const key = `${resource.kind}.${resource.group}`.toLowerCase();
    if (!found.has(key)) found.set(key, resource);
  }
  return [...found.values()].slice(0, MAX_CRDS);
}

function definitionsIn(
  { path, manifests }: ManifestFile,
  origin: "crds" | "templates",
): readonly CustomResource[] {
  return manifests.flatMap(({ kind, resourceKind, group, plural, versions, line }: Manifest) => {
    if (kind !== "CustomResourceDefinition" || resourceKind === null) return [];
    return [{ kind: resourceKind, group: group ?? "", plural, versions, origin, path, line }];
  });
}

/** The annotation's name is, by its definition, `<plural>.<group>`. */
function annotatedResource({ kind, name, version }: HubCrd): CustomResource {
  const dot = name.indexOf(".");
  return {
    kind,
    group: dot === -1 ? "" : name.slice(dot + 1),
    plural: dot === -1 ? null : name.slice(0, dot),
    versions: [version],
    origin: "annotation",
    path: null,
    line: null,
  };
}
