import type { ChartDependency } from "../metadata.ts";

/** What a dependency can have another of. */
export type DependencyField = "version" | "repository" | "condition" | "tags" | "alias";

/** A dependency that only one side has (the other is null), or of which something is another. */
export interface DependencyChange {
  readonly name: string;
  readonly from: ChartDependency | null;
  readonly to: ChartDependency | null;
  /** Of one that both have. */
  readonly fields: readonly {
    readonly field: DependencyField;
    readonly from: string;
    readonly to: string;
  }[];
}

/** Compares dependencies by what the chart calls them. */
export function compareDependencies(
  from: readonly ChartDependency[],
  to: readonly ChartDependency[],
): readonly DependencyChange[] {
  const [old, fresh] = [byCall(from), byCall(to)];
  const changes: DependencyChange[] = [];
  for (const [call, one] of old) {
    const now = fresh.get(call) ?? null;
    const fields = now === null ? [] : changedFields(one, now);
    if (now === null || fields.length > 0) changes.push({ name: one.name, from: one, to: now, fields });
  }
  for (const [call, one] of fresh) {
    if (!old.has(call)) changes.push({ name: one.name, from: null, to: one, fields: [] });
  }
  return changes;
}

/** By name and, of several of a name, alias or place among them. */
function byCall(dependencies: readonly ChartDependency[]): ReadonlyMap<string, ChartDependency> {
  const calls = new Map<string, ChartDependency>();
  for (const dependency of dependencies) {
    const { name, alias } = dependency;
    let call = name;
    if (calls.has(call) && alias !== null) call = `${name} ${alias}`;
    for (let place = 2; calls.has(call); place++) call = `${name} ${place}`;
    calls.set(call, dependency);
  }
  return calls;
}

function changedFields(from: ChartDependency, to: ChartDependency): DependencyChange["fields"] {
  const texts = ({ version, repository, condition, tags, alias }: ChartDependency) => ({
    version,
    repository,
    condition: condition ?? "",
    tags: tags.join(", "),
    alias: alias ?? "",
  });
  const [old, fresh] = [texts(from), texts(to)];
  return (["version", "repository", "condition", "tags", "alias"] as const)
    .filter((field) => old[field] !== fresh[field])
    .map((field) => ({ field, from: old[field], to: fresh[field] }));
}
