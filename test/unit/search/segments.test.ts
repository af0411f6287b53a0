import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  hasMatch,
  joinName,
  MATCH_END,
  MATCH_START,
  parseSegments,
  spreadSegments,
  withoutMarks,
} from "#lib/search/segments.ts";

const mark = (text: string) => `${MATCH_START}${text}${MATCH_END}`;

test("text between marks is a match, the rest is not", () => {
  assert.deepEqual(parseSegments(`kube-${mark("prom")}etheus ${mark("x")}`), [
    { text: "kube-", match: false },
    { text: "prom", match: true },
    { text: "etheus ", match: false },
    { text: "x", match: true },
  ]);
  assert.equal(hasMatch(parseSegments("plain")), false);
  assert.deepEqual(parseSegments(""), []);
});

test("no text is lost, whatever the marks do", () => {
  const piece = fc.constantFrom("a", "bc", " ", MATCH_START, MATCH_END);
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const marked = pieces.join("");
      const joined = parseSegments(marked)
        .map(({ text }) => text)
        .join("");
      assert.equal(joined, withoutMarks(marked));
    }),
  );
});

test("a match in the joined name is shown in the name as it is written", () => {
  const spread = (name: string, joined: string) => spreadSegments(name, parseSegments(joined));
  assert.equal(joinName("argo-cd.apps_x"), "argocdappsx");
  assert.deepEqual(spread("argo-cd-apps", `${mark("argocd")}apps`), [
    { text: "argo-cd", match: true },
    { text: "-apps", match: false },
  ]);
  assert.deepEqual(spread("redis", "redis"), [{ text: "redis", match: false }]);
});
