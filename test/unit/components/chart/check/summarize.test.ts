import assert from "node:assert/strict";
import { test } from "node:test";
import { summarize } from "#components/chart/check/summarize.ts";
import type { CheckReport, FindingKind } from "#lib/chart/check/check-report.ts";

const NONE = {
  syntax: 0,
  schema: 0,
  unknown: 0,
  vanished: 0,
  type: 0,
  duplicate: 0,
  deprecated: 0,
  doubtful: 0,
  unused: 0,
  default: 0,
};
const report = (counts: Partial<Record<FindingKind, number>>, readable = true): CheckReport => ({
  ...{ lines: 1_200, keys: 1, readable, findings: [], cleaned: null, limits: [] },
  counts: { ...NONE, ...counts },
});

test("a check is summed up in one sentence", () => {
  assert.deepEqual(summarize(report({}), "1.0.0"), {
    title: "Nothing wrong.",
    detail: "1 key in 1,200 lines, all of them right for 1.0.0.",
    clean: true,
  });
  assert.equal(
    summarize(report({ default: 2 }), "1.0.0").detail,
    "1 key in 1,200 lines, all of them right for 1.0.0; 2 set to the default.",
  );
  assert.equal(
    summarize(report({ schema: 1, unknown: 2, vanished: 1, type: 1, duplicate: 1, default: 3 }), "1").title,
    "1 thing Helm refuses, 2 unknown keys, 1 key that is gone, 2 things worth a look, 3 set to the default.",
  );
  assert.equal(summarize(report({}, false), "1").title, "Helm cannot read this file.");
});
