import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { countInnerKeys } from "#components/chart/values/inner-keys.ts";
import { planSections } from "#components/chart/values/plan-sections.ts";
import { type ListedValues, renderValuesList } from "#components/chart/values/values-list.ts";
import type { DocumentedKey } from "#lib/chart/values/documented-values.ts";
import { documentedKey, keySchema } from "./documented-key.ts";

function render(keys: readonly DocumentedKey[], detail: Partial<ListedValues> = {}): string {
  const sections = planSections(keys);
  return renderValuesList({
    sections,
    found: sections.flatMap((section) => section.rows),
    words: [],
    currentKey: null,
    subchartFiles: new Map(),
    fullDefaults: new Map(),
    innerKeys: countInnerKeys(keys),
    ...detail,
  });
}

const many = (count: number, of: (index: number) => Partial<DocumentedKey> = () => ({})) =>
  Array.from({ length: count }, (_, index) => documentedKey(`key${index}`, of(index)));

describe("the list of keys", () => {
  test("comes in pieces of few rows", () => {
    const html = render(many(120));
    assert.deepEqual(
      [...html.matchAll(/<ul data-rows="(\d+)"/g)].map(([, rows]) => rows),
      ["50", "50", "20"],
    );
    assert.equal(html.match(/<li id=/g)?.length, 120);
  });

  test("holds a key with all that is known of it", () => {
    const key = documentedKey("a.b\\.c", {
      line: 7,
      global: true,
      default: "[1]",
      description: "Says `what`",
      schema: keySchema({ types: ["array"], required: true, rules: ["at least 1"] }),
    });
    const html = render([key], { fullDefaults: new Map([["a.b\\.c", "- 1"]]) });
    assert.match(
      html,
      /<li id="key-a\.b\\\.c"><div><a href="\?tab=values&amp;key=a\.b%5C\.c"><i>a\.<\/i><wbr>b\\\.c<\/a>/,
    );
    assert.match(
      html,
      /<small data-mark="global">global<\/small> <small data-mark="required">required<\/small>/,
    );
    assert.match(html, /<span>array<\/span>/);
    assert.match(html, /<details><summary><code>\[1\]<\/code><\/summary><pre>- 1<\/pre><\/details>/);
    assert.match(html, /<p>Says <code>what<\/code><\/p><ul><li>at least 1<\/li><\/ul>/);
    assert.match(html, /href="\?tab=values&amp;view=raw#L7" aria-label="Line 7">7</);
  });

  test("hides what was not searched for, and marks what was", () => {
    const keys = [documentedKey("tls.enabled"), documentedKey("other")];
    const html = render(keys, { found: keys.slice(0, 1), words: ["tls"] });
    assert.match(html, /<i><mark>tls<\/mark>\.<\/i>/);
    assert.match(html, /<li id="key-other" hidden>/);
    assert.match(render(keys, { found: [], currentKey: "other" }), /<li id="key-other" aria-current="true">/);
  });

  test("folds a subchart's keys, says where they come from, and opens them for what is sought", () => {
    const keys = [
      documentedKey("a"),
      documentedKey("redis.x", { subchart: "redis", file: "charts/redis/values.yaml" }),
    ];
    const subchartFiles = new Map([["redis", "charts/redis/values.yaml"]]);
    const folded = render(keys, { subchartFiles });
    assert.match(folded, /<details class="subchart"><summary><h2>Subchart <code>redis<\/code>/);
    assert.match(
      folded,
      /href="\?tab=values&amp;view=raw&amp;file=charts%2Fredis%2Fvalues\.yaml">charts\/redis</,
    );
    assert.match(render(keys, { currentKey: "redis.x" }), /<details class="subchart" open>/);
    assert.match(render(keys, { words: ["x"], found: keys.slice(1) }), /<details class="subchart" open>/);
    assert.match(render(keys.slice(1)), /<details class="subchart" open>/);
  });

  test("gives a key that only holds others a place in its heading", () => {
    const parent = documentedKey("p", { type: "object", default: null });
    const html = render([parent, documentedKey("p.a"), documentedKey("p.b")], { currentKey: "p" });
    assert.match(html, /<summary id="key-p" aria-current="true">/);
  });
});

describe("hostile keys", () => {
  test("are text wherever they stand", () => {
    const attack = `"><img src=x onerror=alert(1)></script><script>alert(2)</script>\u202e`;
    const html = render(
      [
        documentedKey(attack, {
          default: attack,
          description: attack,
          section: attack,
          subchart: attack,
          file: attack,
          schema: keySchema({ types: [attack], enum: [attack], rules: [attack], description: `${attack}!` }),
        }),
        documentedKey("__proto__"),
        documentedKey("constructor"),
      ],
      {
        subchartFiles: new Map([[attack, attack]]),
        fullDefaults: new Map([[attack, attack]]),
        words: ["script"],
      },
    );
    assert.doesNotMatch(html, /<img|<script|<\/script/);
    assert.match(html, /\[U\+202E\]/);
    assert.match(html, /id="key-__proto__"/);
  });

  test("of 20,000, each with 2,000 characters said of it, make no endless page", () => {
    const description = "word `code` ".repeat(170).slice(0, 2_000);
    const keys = many(20_000, (index) => ({ description, section: `s${index >> 3}` }));
    const start = performance.now();
    const html = render(keys, { words: ["o"], found: keys });
    assert.ok(performance.now() - start < 5_000);
    assert.ok((html.match(/<mark>/g)?.length ?? 0) <= 500 * 20);
    assert.ok(html.length < 20_000_000, `${html.length}`);
    assert.equal(html.match(/<li id=/g)?.length, 20_000);
    assert.match(html, /<details><summary>More<\/summary>/);
  });
});
