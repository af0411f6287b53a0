import {
  type CheckReport,
  FINDING_KINDS,
  type Finding,
  type FindingKind,
  MAX_FINDINGS,
} from "./check-report.ts";
import { withoutIdleLines } from "./cleaned-file.ts";
import { findInKeys } from "./key-findings.ts";
import { growKnownTree } from "./known-tree.ts";
import { readUserFile } from "./read-user-file.ts";
import { schemaFindings } from "./schema-findings.ts";
import type { UserFile } from "./user-file.ts";
import type { ValuesModel } from "./values-model.ts";
import { readEarlierRelease } from "./vanished-keys.ts";

/**
 * Checks somebody's values file against a release, and what became of its keys since the release it was written for. Pure, and
 * never throws; regular expressions of a schema may take for ever, so that the caller must be able to stop it.
 */
export function checkValues(text: string, chosen: ValuesModel, from: ValuesModel | null = null): CheckReport {
  const file = readUserFile(text);
  const broken = file.problems.map((problem): Finding => ({ ...problem, instead: null, documented: null }));
  if (!file.readable) return report(file, broken, null, []);
  const tree = growKnownTree(chosen);
  const earlier = from === null ? null : readEarlierRelease(from, growKnownTree(from), chosen, tree);
  const { findings, idle } = findInKeys(file.keys, tree, earlier);
  const schema = schemaFindings(file, chosen, findings);
  return report(file, [...broken, ...schema.findings], withoutIdleLines(text, file, idle, chosen), [
    ...chosen.problems,
    ...schema.problems,
  ]);
}

function report(
  { lines, count, readable }: UserFile,
  findings: readonly Finding[],
  cleaned: string | null,
  limits: readonly string[],
): CheckReport {
  const counts = { ...NONE };
  for (const { kind } of findings) counts[kind] += 1;
  const placeOf = ({ line }: Finding) => line ?? Number.MAX_SAFE_INTEGER;
  const told = FINDING_KINDS.flatMap((kind) =>
    findings
      .filter((one) => one.kind === kind)
      .toSorted((one, other) => placeOf(one) - placeOf(other))
      .slice(0, MAX_FINDINGS),
  );
  return { lines, keys: count, readable, findings: told, counts, cleaned, limits };
}

const NONE: Readonly<Record<FindingKind, number>> = {
  ...{ syntax: 0, schema: 0, unknown: 0, vanished: 0, type: 0 },
  ...{ duplicate: 0, deprecated: 0, doubtful: 0, unused: 0, default: 0 },
};
