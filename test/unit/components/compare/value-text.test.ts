import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { valueText } from "#components/compare/value-text.ts";

describe("a value is shown", () => {
  test("in a line if it is short, texts told from numbers", () => {
    assert.deepEqual(valueText("1.10"), { text: '"1.10"', lines: 1 });
    assert.deepEqual(valueText(1.1), { text: "1.1", lines: 1 });
    assert.deepEqual(valueText({}), { text: "{}", lines: 1 });
    assert.deepEqual(valueText(["a"]), { text: '["a"]', lines: 1 });
  });

  test("as YAML if it is long", () => {
    const { text, lines } = valueText({
      resources: { limits: { cpu: "100m", memory: "128Mi" } },
      replicas: 1234567,
    });
    assert.equal(text, "resources:\n  limits:\n    cpu: 100m\n    memory: 128Mi\nreplicas: 1234567");
    assert.equal(lines, 5);
  });

  test("as the lines it has, if it is a text of several", () => {
    const long = "a line that is not short ".repeat(3);
    assert.deepEqual(valueText(`${long}\ntwo\n`), { text: `${long}\ntwo`, lines: 2 });
  });

  test("cut if it is very long", () => {
    for (const value of [
      "x".repeat(100_000),
      Array.from({ length: 50_000 }, () => "item"),
      "a\n".repeat(50_000),
    ]) {
      assert.equal(valueText(value).text.length, 4_001);
    }
  });
});
