import type { ChartMetadata } from "../metadata.ts";

/** A field of Chart.yaml that is another; an empty text for one that is not there. */
export interface FieldChange {
  /** As in Chart.yaml: `appVersion`, `annotations.category`. */
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** What one wants to know first. */
const FIRST = ["appVersion", "kubeVersion", "type", "deprecated"];

/** Compares Chart.yaml, but for the version and the dependencies. */
export function compareFields(from: ChartMetadata, to: ChartMetadata): readonly FieldChange[] {
  const [old, fresh] = [textsOf(from), textsOf(to)];
  const names = [...new Set([...FIRST, ...old.keys(), ...fresh.keys()])];
  return names
    .map((field) => ({ field, from: old.get(field) ?? "", to: fresh.get(field) ?? "" }))
    .filter((change) => change.from !== change.to);
}

function textsOf(metadata: ChartMetadata): ReadonlyMap<string, string> {
  const { name, apiVersion, appVersion, kubeVersion, type, deprecated, description } = metadata;
  const { keywords, home, sources, icon, maintainers, annotations } = metadata;
  return new Map([
    ["name", name],
    ["apiVersion", apiVersion],
    ["appVersion", appVersion ?? ""],
    ["kubeVersion", kubeVersion ?? ""],
    ["type", type],
    ["deprecated", String(deprecated)],
    ["description", description],
    ["keywords", keywords.join(", ")],
    ["home", home ?? ""],
    ["sources", sources.join(" ")],
    ["icon", icon ?? ""],
    ["maintainers", maintainers.map((one) => `${one.name} ${one.email ?? one.url ?? ""}`.trim()).join(", ")],
    ...Object.entries(annotations).map(([field, text]) => [`annotations.${field}`, text] as const),
  ]);
}
