import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readCommentedKeys } from "#lib/chart/check/commented-keys.ts";
import { keysInNote, noteOf } from "#lib/chart/check/deprecation-note.ts";
import { readSchemaKeys } from "#lib/chart/check/schema-keys.ts";
import { withinProcessorTime } from "../../../support/processor-time.ts";
import { modelOf } from "./model.ts";

describe("keys that are commented out", () => {
  const paths = (text: string) =>
    readCommentedKeys(text).map(({ names, line }) => `${line} ${names.join(".")}`);

  test("belong where they would stand without the mark", () => {
    const text = `resources: {}
  # limits:
  #   cpu: 100m
service:
  port: 80
  # nodePort: 30000
#  clusterIP: None
# extra:
#   deep: 1
last: 1
`;
    assert.deepEqual(paths(text), [
      "2 resources.limits",
      "3 resources.limits.cpu",
      "6 service.nodePort",
      "7 service.clusterIP",
      "8 extra",
      "9 extra.deep",
    ]);
  });

  test("are told from prose", () => {
    assert.deepEqual(
      paths("# Note: this is important for everybody\n# see: https://example.com/a\na: 1 # b: 2\n"),
      [],
    );
  });

  test("of a file made to cost take no time", () => {
    const staircase = Array.from({ length: 20_000 }, (_, at) => `${" ".repeat(at % 290)}# a${at}:`);
    withinProcessorTime(2_000, () => {
      readCommentedKeys("# a:\n".repeat(200_000));
      readCommentedKeys(staircase.join("\n"));
      readCommentedKeys(`#${" ".repeat(1_000_000)}a:`);
    });
  });
});

describe("keys a schema names", () => {
  test("are found through references and alternatives", () => {
    const keys = readSchemaKeys({
      $ref: "#/definitions/all",
      definitions: {
        all: { properties: { a: { $ref: "#/definitions/b~1c" } }, additionalProperties: true },
        "b/c": {
          oneOf: [
            { properties: { d: { deprecated: true } } },
            { properties: { e: { description: "words" } } },
          ],
        },
      },
    });
    assert.deepEqual(
      keys.map(
        ({ names, open, deprecated }) =>
          `${names.join(".")}${open ? " open" : ""}${deprecated ? " deprecated" : ""}`,
      ),
      [" open", "a", "a.d deprecated", "a.e"],
    );
  });

  test("of a schema that refers to itself nine times are read as far as that goes", () => {
    const properties = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`k${at}`, { $ref: "#" }]));
    assert.ok(withinProcessorTime(3_000, () => readSchemaKeys({ properties })).length <= 30_001);
  });
});

describe("what a description says of its key", () => {
  test("counts if it is deprecated, renamed or moved", () => {
    assert.equal(noteOf("Number of replicas"), null);
    assert.equal(
      noteOf("DEPRECATED: use\n `auth.password` instead"),
      "DEPRECATED: use `auth.password` instead",
    );
    assert.equal(noteOf("Renamed to image.tag in 2.0"), "Renamed to image.tag in 2.0");
  });

  test("names keys, those one is sent to first", () => {
    assert.equal(keysInNote("The key old.name is deprecated, use `.Values.new.name` instead")[0], "new.name");
  });
});

describe("the model of a release", () => {
  const files = {
    "values.yaml": "# -- Port\nport: 1\nredis:\n  size: 2\n",
    "templates/a.yaml": "{{ .Values.hidden.key }}{{ toYaml .Values.labels }}{{ if .Values.asked }}{{ end }}",
    "charts/redis/Chart.yaml": "name: redis\nversion: 1.0.0\n",
    "charts/redis/values.yaml": "size: 1\nport: 6379\n",
    "charts/redis/values.schema.json": "{}",
    "charts/redis/templates/a.yaml": "{{ .Values.inner }}{{ .Values.global.zone }}",
  };

  test("holds defaults, known keys with their places, subcharts and schemas", async () => {
    const model = await modelOf(files);
    const of = (path: string) => model.keys.find((key) => key.path === path);
    assert.deepEqual([model.name, model.version], ["web", "1.0.0"]);
    assert.deepEqual({ ...model.defaults, redis: null }, { port: 1, redis: null });
    assert.deepEqual(of("port"), {
      path: "port",
      from: "values",
      file: "values.yaml",
      line: 2,
      open: false,
      note: null,
    });
    assert.deepEqual([of("redis.size")?.file, of("redis.size")?.line], ["values.yaml", 4]);
    assert.deepEqual([of("redis.port")?.file, of("redis.port")?.line], ["charts/redis/values.yaml", 2]);
    assert.deepEqual(
      [of("hidden.key")?.from, of("labels")?.open, of("asked")?.open],
      ["template", true, false],
    );
    assert.deepEqual([of("redis.inner")?.from, of("global.zone")?.from], ["template", "template"]);
    assert.deepEqual(model.subcharts, [{ path: "redis", within: "", condition: null, tags: [] }]);
    assert.deepEqual(model.schemas, [
      { subchart: "redis", file: "charts/redis/values.schema.json", schema: {} },
    ]);
  });

  test("says what could not be read", async () => {
    const { schemas, problems } = await modelOf({ "values.yaml": "a: [", "values.schema.json": "{" });
    assert.deepEqual(schemas, []);
    assert.equal(problems.length, 2);
    assert.match(problems[1] ?? "", /values\.schema\.json is not valid JSON/);
  });
});
