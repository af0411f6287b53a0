import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { QUALIFIER_NAMES, QUALIFIERS } from "#lib/catalog/qualifiers.ts";
import {
  formatSearchText,
  parseSearchText,
  replaceTerm,
  type SearchTerm,
  termAt,
  withoutQualifier,
  withQualifier,
} from "#lib/catalog/search-text.ts";

/** A text's terms in short: `word`, `!excluded`, `"phrase"`, `name=value`. */
const termsOf = (text: string) => parseSearchText(text).terms.map(shortOf);

function shortOf(term: SearchTerm): string {
  const sign = term.negated ? "!" : "";
  if (term.kind === "qualifier") return `${sign}${term.name}=${term.value}`;
  return term.kind === "word" ? sign + term.text : `${sign}"${term.text}"`;
}

describe("parseSearchText", () => {
  const readings: readonly (readonly [string, readonly string[]])[] = [
    ["  redis   cluster ", ["redis", "cluster"]],
    ['"message   queue" fast', ['"message queue"', "fast"]],
    ['-alpha -"a b" -image:redis', ["!alpha", '!"a b"', "!image=redis"]],
    ["image:redis image:sidecar", ["image=redis", "image=sidecar"]],
    ['maintainer:"Jane Doe"', ["maintainer=Jane Doe"]],
    ['maintainer:"Jane \\"JD\\" Doe"', ['maintainer=Jane "JD" Doe']],
    ["IMAGE:Redis tag:db licence:MIT", ["image=Redis", "keyword=db", "license=MIT"]],
    ['"a"b"c d"', ['"a"', 'b"c', 'd"']],
    // What is no sign is text.
    ["- : a", ["-", ":", "a"]],
    ["--set -", ["--set", "-"]],
    ['"not closed', ['"not', "closed"]],
    ['""', []],
    // As one types.
    ["image:", ["image="]],
    ['maintainer:"Jane D', ["maintainer=Jane D"]],
    // Addresses and image references.
    ["oci://host/x http://y image://z", ["oci://host/x", "http://y", "image://z"]],
    ["ghcr.io/a/b localhost:5000/app:1", ["ghcr.io/a/b", "localhost:5000/app:1"]],
  ];
  for (const [text, terms] of readings) {
    test(`reads ${text}`, () => {
      assert.deepEqual(termsOf(text), terms);
    });
  }

  test("every alias is its qualifier, and every example can be read", () => {
    for (const name of QUALIFIER_NAMES) {
      for (const written of [name, ...QUALIFIERS[name].aliases])
        assert.match(termsOf(`${written}:1`)[0] ?? "", new RegExp(`^${name}=`), written);
      const { terms, mistakes } = parseSearchText(QUALIFIERS[name].example);
      assert.deepEqual(mistakes, []);
      assert.deepEqual(
        terms.map((term) => term.kind === "qualifier" && term.name),
        [name],
      );
    }
  });

  test("a place is where the term stands, sign and quotes included", () => {
    const text = '  😀 -image:"a b" x';
    const places = parseSearchText(text).terms.map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(places, ["😀", '-image:"a b"', "x"]);
  });
});

describe("mistakes", () => {
  const mistakesOf = (text: string) =>
    parseSearchText(text).mistakes.map(({ start, end, message, suggestion }) => ({
      at: text.slice(start, end),
      message,
      suggestion,
    }));

  test("a misspelt qualifier is searched as words, and said", () => {
    assert.deepEqual(termsOf("a imgae:redis"), ["a", "imgae:redis"]);
    assert.deepEqual(mistakesOf('a -imgae:"my redis" b'), [
      {
        at: '-imgae:"my redis"',
        message: "There is no qualifier “imgae”. Did you mean image?",
        suggestion: '-image:"my redis"',
      },
    ]);
    const slips: readonly (readonly [string, string])[] = [
      ["kubr:1.29", "kube:1.29"],
      ["dependancy:common", "dep:common"],
      ["namespce:a", "namespace:a"],
      ["licnese:MIT", "license:MIT"],
    ];
    for (const [written, meant] of slips)
      assert.deepEqual(
        mistakesOf(written).map(({ suggestion }) => suggestion),
        [meant],
      );
  });

  test("a word with a colon that is near no qualifier is a word", () => {
    for (const text of [
      "redis:7.2",
      "nats:2.10",
      "valkey:8",
      "kine:0.13",
      "api:x",
      "node:lts",
      "http://x",
      "a:b",
      ":x",
    ])
      assert.deepEqual(parseSearchText(text).mistakes, [], text);
  });

  test("a value that cannot be read is said and stays a term", () => {
    const messages: readonly (readonly [string, RegExp, string | null])[] = [
      ["image:", /^Write what to look for after “image:”, such as image:redis\.$/, null],
      ["is:singed", /^“singed” is nothing that “is:” knows: signed, /, "is:signed"],
      ["-type:librari", /knows: application, library\.$/, "-type:library"],
      ["is:green", /knows/, null],
      ["updated:yesterday", /^“yesterday” is no date\. Write updated:2026-03,/, null],
      ["updated:2026-02-30", /is no date/, null],
      ["kube:newest", /^“newest” is no version\. Write kube:1\.29,/, null],
      ["app:>=newest", /is no version/, null],
    ];
    for (const [text, message, suggestion] of messages) {
      const [mistake] = mistakesOf(text);
      assert.match(mistake?.message ?? "", message);
      assert.deepEqual([mistake?.at, mistake?.suggestion], [text, suggestion]);
      assert.equal(parseSearchText(text).terms[0]?.kind, "qualifier");
    }
    assert.deepEqual(mistakesOf("app:RELEASE.2024 is:SIGNED updated:>2026-01 kube:1.29"), []);
  });
});

/** Texts near the language, where its edges are. */
const typed = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        ...['"', "\\", "-", ":", "//", " ", "\u00a0", "\n", "*", ">=", "1.2", "30d", "redis", "é😀"],
        ...["image", "imgae", "is", "tag", "kube", "updated", "name:", "maintainer:", 'value:"'],
      ),
    )
    .map((parts) => parts.join("")),
);
const contentOf = ({ start: _start, end: _end, ...content }: SearchTerm) => content;

describe("any text at all", () => {
  test("is read, each term and mistake within it and terms in order", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { terms, mistakes } = parseSearchText(text);
        let before = 0;
        for (const { start, end } of terms) {
          assert.ok(before <= start && start < end && end <= text.length);
          before = end;
        }
        for (const { start, end } of mistakes) assert.ok(0 <= start && start < end && end <= text.length);
      }),
      { numRuns: 2_000 },
    );
  });

  test("has one canonical form, which says the same", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { terms } = parseSearchText(text);
        const formatted = formatSearchText(terms);
        const again = parseSearchText(formatted);
        assert.deepEqual(again.terms.map(contentOf), terms.map(contentOf));
        assert.equal(formatSearchText(again.terms), formatted);
      }),
      { numRuns: 5_000 },
    );
  });

  test("is read in time that grows with its length only", () => {
    for (const part of ['"', 'imgae:"', "image:", '\\"', "-", ':"\\', "a:"]) {
      const text = part.repeat(Math.ceil(1_000_000 / part.length));
      const started = performance.now();
      parseSearchText(text);
      assert.ok(performance.now() - started < 3_000, part);
    }
  });

  test("and any qualifier with any value is read as it was written", () => {
    const value = typed.map((text) => text.replace(/\s+/g, " ").trim());
    fc.assert(
      fc.property(fc.constantFrom(...QUALIFIER_NAMES), value, fc.boolean(), (name, text, negated) => {
        const content = { kind: "qualifier", name, value: text, negated } as const;
        assert.deepEqual(parseSearchText(formatSearchText([content])).terms.map(contentOf), [content]);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("changing a text", () => {
  test("the term at the caret, its end included, can be replaced", () => {
    const text = "redis image:re x";
    const term = termAt(text, 14);
    assert.ok(term);
    assert.equal(shortOf(term), "image=re");
    assert.equal(replaceTerm(text, term, "image:redis"), "redis image:redis x");
    assert.equal(termAt("a  b", 2), null);
    assert.equal(termAt("", 0), null);
  });

  test("a qualifier is added once, and what excluded it goes", () => {
    assert.equal(withQualifier("redis", "maintainer", "Jane Doe"), 'redis maintainer:"Jane Doe"');
    assert.equal(withQualifier("is:Signed  x", "is", "signed"), "is:Signed x");
    assert.equal(withQualifier("-tag:db x", "keyword", "db"), "x keyword:db");
  });

  test("and taken away, whatever it was called", () => {
    assert.equal(
      withoutQualifier("tag:DB x -keyword:db keyword:cache", "keyword", "db"),
      "x -keyword:db keyword:cache",
    );
  });
});
