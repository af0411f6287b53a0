import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { joinProse, withoutCode } from "#lib/chart/values/comment-prose.ts";

describe("lines of a comment become paragraphs", () => {
  const cases: readonly [what: string, lines: readonly string[], text: string][] = [
    ["lines are joined", ["One sentence", " over two lines."], "One sentence over two lines."],
    ["a blank line parts", ["One.", "", "", "Two."], "One.\nTwo."],
    ["list items stay apart", ["Either", "- a", "  more", "* b", "1. c"], "Either\n- a more\n* b\n1. c"],
    [
      "where to read more stays apart",
      ["Words.", "ref: https://a.example"],
      "Words.\nref: https://a.example",
    ],
    ["frames are left out", ["=====", "== Title ===", "-----", "Words"], "== Title\nWords"],
    [
      "what helm create writes is left out",
      ["Default values for demo.", "This is a YAML-formatted file.", "Words"],
      "Words",
    ],
    ["nothing", ["", "###"], ""],
    ["control characters are left out", ["a\u001b[1mb\u202ec"], "a[1mbc"],
  ];
  for (const [what, lines, text] of cases) test(what, () => assert.equal(joinProse(lines), text));

  test("at most 2,000 characters", () => {
    assert.equal(joinProse([`${"word ".repeat(5_000)}`]).length <= 2_000, true);
    assert.equal(joinProse(Array.from({ length: 5_000 }, () => "- item")).length <= 2_000, true);
  });
});

describe("commented-out YAML is no prose", () => {
  const prose = [
    "Words without a colon",
    "Example: use it like this",
    "ref: https://example.com/docs",
    "default: 30s",
    "e.g: 1",
    "enabled: set this to switch it on",
    "Note: beware",
    "- one of a list in words",
    "https://example.com/a:b",
    "a time such as 12:30",
  ];
  for (const line of prose) test(`prose: ${line}`, () => assert.deepEqual(withoutCode([line]), [line]));

  const code = [
    "resources:",
    "cpu: 100m",
    "- name: FOO",
    "host: chart-example.local",
    'command: ["sh", "-c"]',
    'nginx.ingress.kubernetes.io/rewrite: "/"',
    "port: 80 # the port",
    "{{- toYaml .Values.x }}",
    "}",
    "[]",
  ];
  for (const line of code) test(`code: ${line}`, () => assert.deepEqual(withoutCode([line]), []));

  test("what stands further in below code is code, words behind it are words", () => {
    const lines = ["Limits of the pod.", "resources:", "  some words", "- an item", "Words again."];
    assert.deepEqual(withoutCode(lines), ["Limits of the pod.", "Words again."]);
  });
});
