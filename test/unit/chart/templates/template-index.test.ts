import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readChart } from "#lib/chart/read-chart.ts";
import { readChartTexts } from "#lib/chart/templates/chart-texts.ts";
import { readFileReferences } from "#lib/chart/templates/file-references.ts";
import { findInTemplates } from "#lib/chart/templates/find-in-templates.ts";
import { commentedNames, KeyLookup } from "#lib/chart/templates/key-lookup.ts";
import { indexTemplates } from "#lib/chart/templates/template-index.ts";
import { findUnknownKeys } from "#lib/chart/templates/unknown-keys.ts";
import { readValues } from "#lib/chart/values/read-values.ts";
import { chartArchive } from "#test/support/archive-builder.ts";

const named = (name: string, more = "") => `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${more}`;

const VALUES = `image:
  tag: "1.0"
extra: {}
# existingClaim: a
nginx.org/x: 1
hello: "{{ .Values.image.tag }} {{ include \\"demo.name\\" . }}"
# example: "{{ .Values.nothing }}"
cache:
  auth: true
global:
  registry: a
`;
const FILES = {
  "Chart.yaml": named("demo", "dependencies: [{name: redis, version: 1.0.0, alias: cache}]"),
  "values.yaml": VALUES,
  "templates/_helpers.tpl": '{{ define "demo.name" }}{{ .Values.image.tag }}{{ end }}\n',
  "templates/__proto__": '{{ define "__proto__" }}{{ end }}{{ include "constructor" . }}',
  "templates/cm.yaml": 'a: {{ tpl .Values.hello . }}\nb: {{ .Files.Get "files/a.conf" | quote }}\n',
  "files/a.conf": "listen 80",
  "templates/job.yaml":
    '{{ include "demo.name" . }}\n{{ include "lib.x" . }}\n{{ include "no.such" . }}\n{{ .Values.existingClaim }}{{ .Values.image.tga }}{{ .Values.extra.a }}\n{{ include (print $.Template.BasePath "/cm.yaml") . }}\n{{ index .Values "nginx.org/x" }}{{ .Values.cache }}{{ toYaml .Values.image }}\n',
  "charts/redis/Chart.yaml": named("redis"),
  "charts/redis/values.yaml": "auth: false\n",
  "charts/redis/templates/a.yaml": "{{ .Values.auth }}{{ .Values.global.registry }}{{ .Values.gone }}",
  "charts/old/Chart.yaml": named("old"),
  "charts/old/templates/_x.tpl": '{{ define "old.x" }}{{ .Values.image.tag }}{{ .Values.whatever }}{{ end }}',
  "charts/lib/Chart.yaml": named("lib", "type: library"),
  "charts/lib/templates/_x.tpl": '{{ define "lib.x" }}{{ .Values.image.tag }}{{ .Values.whatever }}{{ end }}',
};

const content = await readChart([chartArchive({ name: "demo", files: FILES })]);
const index = indexTemplates(content);
const own = readValues(VALUES).keys.map((key) => ({ ...key, subchart: null }));
const cache = readValues("auth: false").keys.map((key) => ({
  ...key,
  path: `cache.${key.path}`,
  subchart: "cache",
}));
const lookup = new KeyLookup([...cache, ...own], true, commentedNames(VALUES));

function referencesOf(path: string) {
  return readFileReferences(index, path, lookup);
}

const statuses = (path: string) =>
  referencesOf(path).used.map((one) => [one.path, one.status, one.key?.path ?? null]);

describe("the index of a chart's templates", () => {
  test("knows who defines a name, and who includes it, across charts and in values", () => {
    assert.deepEqual(index.defines.get("lib.x"), [
      { name: "lib.x", file: "charts/lib/templates/_x.tpl", line: 1, start: 10, end: 17 },
    ]);
    assert.equal(index.defines.get("no.such"), undefined);
    assert.equal(index.defines.get("constructor"), undefined);
    assert.equal(index.defines.get("__proto__")?.length, 1);
    const [define] = referencesOf("templates/_helpers.tpl").defines;
    assert.deepEqual(define?.includedBy, [
      { file: "templates/job.yaml", line: 1 },
      { file: "values.yaml", line: 6 },
    ]);
    assert.deepEqual(referencesOf("templates/cm.yaml").includedBy, [{ file: "templates/job.yaml", line: 5 }]);
    assert.deepEqual(referencesOf("files/a.conf").includedBy, [{ file: "templates/cm.yaml", line: 2 }]);
  });

  test("tells of each key whether the values have it, leave it open or do not know it", () => {
    assert.deepEqual(statuses("templates/job.yaml"), [
      ["cache", "known", "cache"],
      ["existingClaim", "commented", null],
      ["extra.a", "below", "extra"],
      ["image", "known", "image"],
      ["image.tga", "unknown", "image"],
      ["nginx\\.org/x", "known", "nginx\\.org/x"],
    ]);
  });

  test("sees a subchart's keys below its alias, and what every chart shares at the top", () => {
    assert.deepEqual(statuses("charts/redis/templates/a.yaml"), [
      ["auth", "known", "cache.auth"],
      ["global.registry", "known", "global.registry"],
      ["gone", "unknown", "cache"],
    ]);
  });

  test("claims nothing of what a library reads, or of values that were not read whole", () => {
    for (const library of ["lib", "old"]) {
      assert.deepEqual(statuses(`charts/${library}/templates/_x.tpl`), [
        ["image.tag", "known", "image.tag"],
        ["whatever", "unclaimed", null],
      ]);
    }
    const partly = readFileReferences(index, "charts/redis/templates/a.yaml", new KeyLookup(own, true)).used;
    assert.equal(partly.find(({ path }) => path === "gone")?.status, "unclaimed");
    const unread = readFileReferences(index, "templates/job.yaml", new KeyLookup([], false));
    assert.ok(unread.used.length > 0 && unread.used.every(({ status }) => status === "unclaimed"));
  });

  test("lists what templates use and values.yaml does not have", () => {
    assert.deepEqual(findUnknownKeys(index, lookup), [
      {
        path: "cache.gone",
        status: "unknown",
        place: { file: "charts/redis/templates/a.yaml", line: 1 },
        uses: 1,
      },
      { path: "existingClaim", status: "commented", place: { file: "templates/job.yaml", line: 4 }, uses: 1 },
      { path: "image.tga", status: "unknown", place: { file: "templates/job.yaml", line: 4 }, uses: 1 },
    ]);
  });

  test("reads templates in values, but not in their comments", () => {
    assert.deepEqual(
      index.files.get("values.yaml")?.uses.map(({ path, line }) => [path, line]),
      [["image.tag", 6]],
    );
  });
});

describe("the search through templates", () => {
  const find = (words: string, only: string | null = null) =>
    findInTemplates(readChartTexts(content), index, words, only);
  const lines = (words: string) =>
    find(words).files.flatMap((file) => file.lines.map(({ line }) => `${file.path}:${line}`));

  test("finds a key where it is used, whatever it is called there", () => {
    assert.deepEqual(lines(".Values.cache.auth"), ["charts/redis/templates/a.yaml:1"]);
    assert.deepEqual(lines("image.tag"), [
      "charts/lib/templates/_x.tpl:1",
      "charts/old/templates/_x.tpl:1",
      "templates/_helpers.tpl:1",
      "values.yaml:6",
    ]);
    assert.deepEqual(lines(".Values.nginx\\.org/x"), ["templates/job.yaml:6"]);
  });

  test("finds the key above one that nobody names", () => {
    const found = find(".Values.extra.b.c");
    assert.equal(found.above, null);
    assert.equal(found.total, 0);
    assert.equal(find(".Values.image.pullPolicy").above, "image");
    assert.deepEqual(
      find(".Values.image.pullPolicy").files.map(({ path }) => path),
      ["templates/job.yaml"],
    );
  });

  test("finds lines that hold every word, in any letter case, and marks them", () => {
    const [file] = find("BASEPATH print").files;
    assert.equal(file?.path, "templates/job.yaml");
    assert.deepEqual(
      file?.lines[0]?.segments.filter(({ match }) => match).map(({ text }) => text),
      ["print", "BasePath"],
    );
    assert.deepEqual(lines("nothing at all"), []);
    assert.equal(find("include", "templates/job.yaml").total, 4);
  });
});
