import { readOwnDefaults } from "../values/own-defaults.ts";
import { readValues } from "../values/read-values.ts";
import type { ValueKey } from "../values/values.ts";
import type { Outcome } from "./chart-comparison.ts";
import { compareValues, type DescribedValues } from "./compare-values.ts";
import type { ValuesDifference } from "./values-difference.ts";

const NOTHING: ValuesDifference = {
  appeared: [],
  vanished: [],
  changed: [],
  retyped: [],
  moved: [],
  described: [],
};

/** A values.yaml and, if they have been read, its keys. */
export interface ValuesFile {
  /** Empty for none. */
  readonly text: string;
  readonly keys?: readonly ValueKey[];
}

/** Compares two values.yaml. What cannot be read whole is not compared in part. */
export function compareValuesFiles(from: ValuesFile, to: ValuesFile): Outcome<ValuesDifference> {
  if (from.text === to.text) return { kind: "computed", difference: NOTHING };
  const [old, fresh] = [readSide(from), readSide(to)];
  if (old.problem !== null) return { kind: "failed", reason: `The old values.yaml: ${old.problem}` };
  if (fresh.problem !== null) return { kind: "failed", reason: `The new values.yaml: ${fresh.problem}` };
  const difference = compareValues(old, fresh);
  return difference === null
    ? { kind: "failed", reason: "The values differ in too many keys to be listed." }
    : { kind: "computed", difference };
}

function readSide({ text, keys }: ValuesFile): DescribedValues & { readonly problem: string | null } {
  const { values, problem } = readOwnDefaults(text);
  const described = problem === null ? (keys ?? readValues(text).keys) : [];
  return {
    values,
    problem,
    descriptions: new Map(
      described.flatMap(({ path, description }) =>
        description === "" ? [] : [[path, description] as const],
      ),
    ),
  };
}
