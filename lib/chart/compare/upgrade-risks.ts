import type { ChartFacts } from "../chart-facts.ts";
import type { ChartMetadata } from "../metadata.ts";
import type { ChartComparison } from "./chart-comparison.ts";
import type { ValuesDifference } from "./values-difference.ts";

/** Something an upgrade may break on. Paths of keys are as users set them. */
export type UpgradeRisk =
  | { readonly kind: "vanished" | "retyped" | "required"; readonly path: string }
  | { readonly kind: "moved"; readonly path: string; readonly to: string }
  | { readonly kind: "subchart"; readonly path: string; readonly name: string }
  | { readonly kind: "kubernetes"; readonly from: string; readonly to: string }
  | { readonly kind: "crd"; readonly name: string; readonly version: string | null }
  | { readonly kind: "library" | "renamed"; readonly name: string };

/** One side, as far as it says what an upgrade needs. */
export interface UpgradeSide {
  readonly metadata: ChartMetadata;
  readonly kube: ChartFacts["kube"];
}

/** What may break an upgrade, the widest first: the chart itself, the cluster, then what users set. */
export function findUpgradeRisks(
  from: UpgradeSide,
  to: UpgradeSide,
  { values, subcharts, schema, crds }: Omit<ChartComparison, "risks">,
): readonly UpgradeRisk[] {
  const risks: UpgradeRisk[] = [];
  const { name, type, kubeVersion } = to.metadata;
  if (name !== from.metadata.name) risks.push({ kind: "renamed", name });
  if (type === "library" && from.metadata.type !== "library") risks.push({ kind: "library", name });
  if (isNarrower(from.kube, to.kube))
    risks.push({ kind: "kubernetes", from: from.metadata.kubeVersion ?? "", to: kubeVersion ?? "" });
  if (crds.kind === "computed") {
    for (const { kind, group } of crds.difference.removed)
      risks.push({ kind: "crd", name: qualified(kind, group), version: null });
    for (const { kind, group, removedVersions } of crds.difference.changed)
      for (const version of removedVersions)
        risks.push({ kind: "crd", name: qualified(kind, group), version });
  }
  if (values.kind === "computed") risks.push(...risksOfValues(values.difference, ""));
  for (const { path, name: subchart, to: version, values: inner } of subcharts) {
    if (version === null) risks.push({ kind: "subchart", path, name: subchart });
    if (inner?.kind === "computed") risks.push(...risksOfValues(inner.difference, `${path}.`));
  }
  if (schema.kind === "computed") {
    for (const { path, nowRequired } of schema.difference.changes)
      if (nowRequired) risks.push({ kind: "required", path });
  }
  return risks;
}

function risksOfValues(
  { vanished, moved, retyped }: ValuesDifference,
  prefix: string,
): readonly UpgradeRisk[] {
  return [
    ...vanished.map(({ path }) => ({ kind: "vanished", path: prefix + path }) as const),
    ...moved.map(({ from, to }) => ({ kind: "moved", path: prefix + from, to: prefix + to }) as const),
    ...retyped.map(({ path }) => ({ kind: "retyped", path: prefix + path }) as const),
  ];
}

/** Whether there are Kubernetes versions the old chart is for and the new one is not. What cannot be read allows all. */
function isNarrower(from: UpgradeSide["kube"], to: UpgradeSide["kube"]): boolean {
  if (to === null) return false;
  return from === null || to.from > from.from || to.below < from.below;
}

function qualified(kind: string, group: string): string {
  return group === "" ? kind : `${kind}.${group}`;
}
