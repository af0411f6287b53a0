import assert from "node:assert/strict";
import { test } from "node:test";
import { FINDING_GROUPS } from "#components/chart/check/finding-groups.ts";
import { summarize } from "#components/chart/check/summarize.ts";
import { FINDING_KINDS, type FindingKind } from "#lib/chart/check/check-report.ts";

test("whatever can be found is told under one heading, and in the summary", () => {
  assert.deepEqual(FINDING_GROUPS.flatMap(({ kinds }) => kinds).toSorted(), FINDING_KINDS.toSorted());
  const counts = Object.fromEntries(FINDING_KINDS.map((kind) => [kind, 0])) as Record<FindingKind, number>;
  for (const kind of FINDING_KINDS) {
    const found = { ...counts, [kind]: 7 };
    const { title, detail } = summarize(
      { lines: 1, keys: 1, readable: true, findings: [], counts: found, cleaned: null, limits: [] },
      "1.0.0",
    );
    assert.match(`${title} ${detail}`, /\b7\b/, kind);
  }
});
