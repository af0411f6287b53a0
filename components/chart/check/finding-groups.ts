import type { FindingKind } from "#lib/chart/check/check-report.ts";

/** Findings that are told under one heading. */
export interface FindingGroupPlan {
  readonly title: string;
  readonly kinds: readonly FindingKind[];
  /** Of the mark before each. */
  readonly tone: "bad" | "warn" | "quiet";
  /** Told when it is opened: there may be many, and nothing is wrong with them. */
  readonly folded: boolean;
}

/** The gravest first. */
export const FINDING_GROUPS: readonly FindingGroupPlan[] = [
  { title: "Helm refuses", kinds: ["syntax", "schema"], tone: "bad", folded: false },
  { title: "Keys the chart does not know", kinds: ["unknown"], tone: "bad", folded: false },
  { title: "Keys that are gone", kinds: ["vanished"], tone: "bad", folded: false },
  {
    title: "Worth a look",
    kinds: ["type", "duplicate", "deprecated", "doubtful", "unused"],
    tone: "warn",
    folded: false,
  },
  { title: "Set to the default", kinds: ["default"], tone: "quiet", folded: true },
];
