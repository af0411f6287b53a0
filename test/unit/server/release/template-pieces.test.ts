import assert from "node:assert/strict";
import { registerHooks } from "node:module";
import { describe, test } from "node:test";
import { parseChartAddress } from "#lib/catalog/chart-path.ts";
import { KeyLookup } from "#lib/chart/templates/key-lookup.ts";
import { indexText, type TemplateIndex } from "#lib/chart/templates/template-index.ts";

// Next.js resolves this package to an empty module on the server; anywhere else it throws.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "server-only"
      ? { url: "data:text/javascript,", shortCircuit: true }
      : next(specifier, context),
});
const { templatePieces } = await import("#lib/server/release/template-pieces.ts");

const id = parseChartAddress(["acme", "redis"])?.id;
assert.ok(id !== undefined);

const KEYS = [
  { path: "image", type: "object", default: null, description: "", subchart: null },
  { path: "image.tag", type: "string", default: '"1.0"', description: "Which one", subchart: null },
  { path: "extra", type: "object", default: "{}", description: "", subchart: null },
] as const;

/** The pieces of a template by their text. */
function piecesOf(text: string) {
  return new Map(listPieces(text).map((piece) => [text.slice(piece.start, piece.end), piece]));
}

function listPieces(text: string) {
  const chart = { folder: "", prefixes: [""], library: false };
  const file = indexText({ path: "templates/a.yaml", text, utf8: true, chart, evaluated: "template" });
  const index: TemplateIndex = {
    files: new Map([[file.path, file]]),
    defines: new Map([["known", [{ name: "known", file: "templates/_b.tpl", line: 7, start: 0, end: 1 }]]]),
    size: 0,
    complete: true,
  };
  assert.ok(id !== undefined);
  return templatePieces(text, file, {
    id,
    address: "1.0.0",
    index,
    lookup: new KeyLookup(KEYS, true),
    files: new Set(["templates/a.yaml", "a.conf"]),
  });
}

describe("the pieces of a template", () => {
  test("link a value to its key, and say what it is", () => {
    const pieces = piecesOf(
      "{{ .Values.image.tag }}{{ .Values.extra.a }}{{ .Values.image.tga }}{{ .Values.image }}",
    );
    const shown = (text: string) => {
      const { href, title, missing } = pieces.get(text) ?? {};
      return [href, title, missing];
    };
    const page = "/charts/acme/redis@1.0.0?tab=values&key=";
    assert.deepEqual(shown(".Values.image.tag"), [
      `${page}image.tag`,
      'image.tag: string, "1.0" — Which one',
      false,
    ]);
    assert.deepEqual(shown(".Values.extra.a"), [
      `${page}extra`,
      "extra.a: below extra, which is {} by default",
      false,
    ]);
    assert.deepEqual(shown(".Values.image.tga"), [`${page}image`, "image.tga is not in values.yaml", true]);
    assert.deepEqual(shown(".Values.image"), [`${page}image`, "image: object, keys of its own", false]);
  });

  test("link an include to its definition, or to the file it names", () => {
    const pieces = piecesOf(
      '{{ include "known" . }}{{ include "gone" . }}{{ include (print $.Template.BasePath "/a.yaml") . }}{{ include (print .Template.BasePath "/no.yaml") . }}{{ $.Files.Get "a.conf" }}{{ .Files.Glob "b*" }}',
    );
    assert.equal(
      pieces.get('"known"')?.href,
      "/charts/acme/redis@1.0.0?tab=templates&file=templates%2F_b.tpl#L7",
    );
    assert.equal(pieces.get('"gone"')?.missing, true);
    assert.match(
      pieces.get('(print $.Template.BasePath "/a.yaml")')?.href ?? "",
      /file=templates%2Fa\.yaml$/,
    );
    assert.equal(pieces.get('(print .Template.BasePath "/no.yaml")')?.missing, true);
    assert.match(pieces.get('"a.conf"')?.href ?? "", /file=a\.conf$/);
    assert.equal(pieces.get('"b*"')?.href, null);
  });

  test("explain functions and what Helm gives", () => {
    const pieces = piecesOf(
      "{{ if true }}{{ $.Release.Name | quote }}{{ .Chart.Home }}{{ nosuch . }}{{ end }}",
    );
    assert.equal(pieces.get("if")?.colour, "keyword");
    assert.match(pieces.get("quote")?.title ?? "", /double quotes/);
    assert.match(pieces.get(".Release.Name")?.title ?? "", /helm install/);
    assert.match(pieces.get(".Chart")?.title ?? "", /Chart\.yaml/);
    assert.deepEqual([pieces.get("nosuch")?.title, pieces.get("true")?.colour], [null, "number"]);
  });

  test("are in order and do not overlap, whatever the template is", () => {
    const text =
      '{{ index .Values "image" "tag" }}{{ dig "a" "b" 1 .Values.extra }}{{ (.Values.image).tag }}{{ with .Values.image }}{{ .tag }}{{ . }}{{ end }}{{ index (index .Values "image") "tag" }}{{ "';
    let at = 0;
    for (const { start, end } of listPieces(text)) {
      assert.ok(start >= at && end > start && end <= text.length, `${start}-${end} after ${at}`);
      at = end;
    }
    assert.equal(piecesOf(text).get('.Values "image" "tag"')?.title, 'image.tag: string, "1.0" — Which one');
  });
});
