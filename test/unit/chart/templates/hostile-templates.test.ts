import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { findInTemplates } from "#lib/chart/templates/find-in-templates.ts";
import { indexText, type TemplateIndex } from "#lib/chart/templates/template-index.ts";
import { readTemplateTokens } from "#lib/chart/templates/template-tokens.ts";

const MIB = 1024 * 1024;
/** Milliseconds of processor time a MiB may take on a busy machine; a usual template takes 60. */
const LIMIT = 1_500;

const place = (text: string) => ({
  path: "templates/a.yaml",
  text,
  utf8: true,
  chart: { folder: "", prefixes: [""], library: false },
  evaluated: "template" as const,
});

function timed<Result>(run: () => Result): { readonly result: Result; readonly ms: number } {
  const start = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(start);
  return { result, ms: (user + system) / 1_000 };
}

const ATTACKS: Readonly<Record<string, string>> = {
  "braces only": "{{".repeat(MIB / 2),
  "an action that never ends": `{{ ${".a".repeat(MIB / 2)}`,
  "a string that never ends": `{{ "${"a\\".repeat(MIB / 2)}`,
  "a raw string that never ends": `{{ \`${"a".repeat(MIB)}`,
  "quotes in a row": `{{ ${'"'.repeat(MIB)}`,
  "comments that never end": "{{/* ".repeat(MIB / 5),
  "parentheses in parentheses": `{{ ${"(".repeat(MIB)} }}`,
  "blocks in blocks": "{{with .Values.a}}".repeat(MIB / 18),
  "one line of actions": "{{.Values.a}} ".repeat(MIB / 14),
  "a path of a megabyte": `{{ .Values${".b".repeat(MIB / 2)} }}`,
  "variables of one name": "{{$x:=.Values.a}}{{$x.b}}".repeat(MIB / 25),
  "ends without beginnings": "{{end}}".repeat(MIB / 7),
  "a name of a megabyte": `{{ define "${"a".repeat(MIB)}" }}{{ ${"b".repeat(MIB)} }}`,
  "spaces before a comment": `{{${" ".repeat(MIB)}/* */}}`,
  "line ends": "\n".repeat(MIB),
};

describe("a hostile template is read in time", () => {
  for (const [name, text] of Object.entries(ATTACKS)) {
    test(name, (t) => {
      const { result, ms } = timed(() => indexText(place(text)));
      t.diagnostic(`${ms.toFixed(0)} ms, ${result.uses.length} uses`);
      assert.ok(result.uses.length <= 20_000);
      assert.ok(ms < LIMIT, `${ms} ms`);
      const index: TemplateIndex = {
        files: new Map([[result.path, result]]),
        defines: new Map(),
        size: 0,
        complete: true,
      };
      for (const find of [".Values.a", "a b", "{{", ".Values.a.b.c.d.e.f"]) {
        const found = timed(() => findInTemplates([place(text)], index, find));
        assert.ok(found.ms < LIMIT, `${found.ms} ms for ${find}`);
        assert.ok(JSON.stringify(found.result).length < 50_000, find);
      }
    });
  }
});

test("any text at all is read, and its tokens are in order and within it", () => {
  const piece = fc.constantFrom(
    "{{",
    "}}",
    "{{-",
    "-}}",
    '"',
    "`",
    "(",
    ")",
    ".Values",
    ".a",
    "$x",
    ":=",
    "\n",
    "/*",
    "*/",
    " ",
    "end",
    "with",
    "define",
    "\\",
    "\u{1f600}",
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 60 }),
      (pieces) => {
        const text = pieces.join("");
        let at = 0;
        for (const { start, end } of readTemplateTokens(text).tokens) {
          assert.ok(
            start >= at && end > start && end <= text.length,
            JSON.stringify({ text, start, end, at }),
          );
          at = end;
        }
        indexText(place(text));
      },
    ),
    { numRuns: 500 },
  );
});
