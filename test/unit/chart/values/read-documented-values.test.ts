import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DocumentedKey } from "#lib/chart/values/documented-values.ts";
import { keysOfFiles, readChartFiles } from "./chart-files.ts";

/** Path, type, default and place of each. */
function shown(keys: readonly DocumentedKey[]): readonly string[] {
  return keys.map((key) => `${key.path} ${key.type} ${key.default} ${key.file}:${key.line}`);
}

const REDIS = "apiVersion: v2\nname: redis\nversion: 1.0.0\n";
const COMMON = "apiVersion: v2\nname: common\nversion: 1.0.0\n";

describe("the chart's own keys", () => {
  test("have what comments and schema say", () => {
    const schema = '{"required": ["port"], "properties": {"port": {"type": "integer", "minimum": 1}}}';
    const [key] = keysOfFiles({ "values.yaml": "# -- The port.\nport: 80\n", "values.schema.json": schema });
    assert.deepEqual(key, {
      path: "port",
      type: "number",
      default: "80",
      description: "The port.",
      section: null,
      line: 2,
      file: "values.yaml",
      subchart: null,
      global: false,
      schema: {
        types: ["integer"],
        enum: [],
        required: true,
        deprecated: false,
        description: "",
        default: null,
        rules: ["at least 1"],
        alternatives: [],
        items: null,
      },
    });
  });

  test("are joined by what only the schema names, behind their siblings", () => {
    const schema = `{"properties": {
      "image": {"properties": {"tag": {"type": "string"}, "pull": {"enum": ["Always", "Never"]}}},
      "hosts": {"items": {"properties": {"name": {}}}},
      "more": {"type": "object", "properties": {"a.b": {"type": ["null", "integer"]}, "l": {"type": "array"}}}
    }}`;
    const keys = keysOfFiles({
      "values.yaml": "image:\n  tag: x\nreplicas: 1\nhosts: []\n",
      "values.schema.json": schema,
    });
    assert.deepEqual(shown(keys), [
      "image object null values.yaml:1",
      'image.tag string "x" values.yaml:2',
      "image.pull string null values.schema.json:2",
      "replicas number 1 values.yaml:3",
      "hosts list [] values.yaml:4",
      "more object null values.schema.json:4",
      "more.a\\.b number null values.schema.json:4",
      "more.l list null values.schema.json:4",
    ]);
    assert.deepEqual(
      keys.find(({ path }) => path === "hosts")?.schema?.items?.properties?.map(({ name }) => name),
      ["name"],
    );
  });

  test("below `global` are marked", () => {
    const marked = keysOfFiles({ "values.yaml": "global:\n  a: 1\nglobals:\n  b: 1\n" }).filter(
      (key) => key.global,
    );
    assert.deepEqual(
      marked.map(({ path }) => path),
      ["global", "global.a"],
    );
  });

  test("may have their schema in their comment, for helm-schema and for helm-values-schema-json", () => {
    const text = [
      "# -- How many.",
      "# @schema",
      "# type: [integer, null]",
      "# minimum: 1",
      "# required: true",
      "# @schema",
      "replicas: 1",
      "",
      "# The policy.",
      "# @schema enum:[Always, Never];deprecated",
      "pull: Always # no words",
      "kind: a # The kind. @schema minLength:1;item:string",
      "# @schema",
      "# properties: {b: {type: string}}",
      "# @schema",
      "a: {}",
    ].join("\n");
    const keys = keysOfFiles({ "values.yaml": text });
    assert.deepEqual(
      keys.map(({ path, description, line, schema }) => [
        path,
        description,
        line,
        schema?.types,
        schema?.enum,
        schema?.rules,
      ]),
      [
        ["replicas", "How many.", 7, ["integer", "null"], [], ["at least 1"]],
        ["pull", "The policy.", 11, [], ['"Always"', '"Never"'], []],
        ["kind", "The kind.", 12, [], [], ["not empty"]],
        ["a", "", 16, undefined, undefined, undefined],
        ["a.b", "", 16, ["string"], [], []],
      ],
    );
    assert.deepEqual(
      keys.map(({ schema }) => [schema?.required ?? false, schema?.deprecated ?? false]),
      [
        [true, false],
        [false, true],
        [false, false],
        [false, false],
        [false, false],
      ],
    );
    const [, , kind] = keys;
    assert.deepEqual(kind?.schema?.items?.types, ["string"]);
  });

  test("that are only documented stand among those they are in, wherever they are spoken of", () => {
    const text =
      "## @extra global.name A.\na:\n  b: 1\n## @extra x\\.y.z B.\n## @extra a.c C.\n  d: 1\n## @extra e.f D.\ne:\n  g: 1\n";
    assert.deepEqual(
      keysOfFiles({ "values.yaml": text }).map(({ path, global }) => (global ? `${path} G` : path)),
      ["global.name G", "a", "a.b", "a.c", "a.d", "x\\.y.z", "e", "e.f", "e.g"],
    );
  });

  test("that no file has are none", () => assert.deepEqual(keysOfFiles({}), []));
});

describe("the keys of subcharts", () => {
  test("stand behind the chart's own, with the words of whoever has any, and the default that counts", () => {
    const keys = keysOfFiles({
      "values.yaml": "redis:\n  enabled: true\n  # Ours.\n  port: 2\n  auth:\n    user: me\na: 1\n",
      "charts/redis/Chart.yaml": REDIS,
      "charts/redis/values.yaml": "# Theirs.\nport: 1\nauth:\n  # Who.\n  user: x\n  pass: z\nargs: [1]\n",
    });
    assert.deepEqual(shown(keys), [
      "a number 1 values.yaml:7",
      "redis object null values.yaml:1",
      "redis.port number 2 values.yaml:4",
      "redis.auth object null values.yaml:5",
      'redis.auth.user string "me" values.yaml:6',
      'redis.auth.pass string "z" charts/redis/values.yaml:6',
      "redis.args list [1] charts/redis/values.yaml:7",
      "redis.enabled boolean true values.yaml:2",
    ]);
    assert.deepEqual(
      keys.map(({ path, description, subchart }) => `${path}: ${description} (${subchart})`).slice(0, 5),
      [
        "a:  (null)",
        "redis:  (redis)",
        "redis.port: Ours. (redis)",
        "redis.auth:  (redis)",
        "redis.auth.user: Who. (redis)",
      ],
    );
  });

  test("stand under each alias, and those of subcharts of subcharts below", () => {
    const keys = keysOfFiles(
      {
        "values.yaml": "b:\n  common:\n    x: 3\n",
        "charts/redis/Chart.yaml": REDIS,
        "charts/redis/values.yaml": "common:\n  x: 2\n",
        "charts/redis/charts/common/Chart.yaml": COMMON,
        "charts/redis/charts/common/values.yaml": "x: 1\ny: 1\n",
      },
      "dependencies:\n- {name: redis, alias: a, version: '1'}\n- {name: redis, alias: b, version: '1'}\n",
    );
    assert.deepEqual(
      keys.map((key) => `${key.path} ${key.default} ${key.file}:${key.line} ${key.subchart}`),
      [
        "a.common null charts/redis/values.yaml:1 a.common",
        "a.common.x 2 charts/redis/values.yaml:2 a.common",
        "a.common.y 1 charts/redis/charts/common/values.yaml:2 a.common",
        "b null values.yaml:1 b",
        "b.common null values.yaml:2 b.common",
        "b.common.x 3 values.yaml:3 b.common",
        "b.common.y 1 charts/redis/charts/common/values.yaml:2 b.common",
      ],
    );
  });

  test("are gone where the chart says null, and others where it has no mapping", () => {
    const keys = keysOfFiles({
      "values.yaml": "redis:\n  auth: null\n  tls: {}\n",
      "charts/redis/Chart.yaml": REDIS,
      "charts/redis/values.yaml": "auth:\n  user: x\ntls:\n  on: true\n",
    });
    assert.deepEqual(shown(keys).slice(1), [
      "redis.auth null null values.yaml:2",
      "redis.tls object null values.yaml:3",
      "redis.tls.on boolean true charts/redis/values.yaml:4",
    ]);
  });

  test("take the globals of the charts around for those they know", () => {
    const keys = keysOfFiles({
      "values.yaml": "global:\n  registry: r\n  other: 1\n",
      "charts/redis/Chart.yaml": REDIS,
      "charts/redis/values.yaml": 'global:\n  registry: ""\n  mine: 1\n',
    });
    assert.deepEqual(
      keys.filter((key) => key.global).map((key) => `${key.path} ${key.default} ${key.file}`),
      [
        "global null values.yaml",
        'global.registry "r" values.yaml',
        "global.other 1 values.yaml",
        "redis.global null charts/redis/values.yaml",
        'redis.global.registry "r" values.yaml',
        "redis.global.mine 1 charts/redis/values.yaml",
      ],
    );
  });

  test("have the subchart's own schema, else what the chart's says", () => {
    const keys = keysOfFiles({
      "values.yaml": "redis: {port: 1}\n",
      "values.schema.json":
        '{"properties": {"redis": {"description": "Ours.", "properties": {"port": {"type": "string"}, "user": {"type": "string"}}}}}',
      "charts/redis/Chart.yaml": REDIS,
      "charts/redis/values.yaml": "user: x\n",
      "charts/redis/values.schema.json":
        '{"properties": {"port": {"type": "integer"}, "only": {"type": "null"}}}',
    });
    assert.deepEqual(
      keys.map(({ path, file, schema }) => [path, file, schema?.types, schema?.description]),
      [
        ["redis", "values.yaml", [], "Ours."],
        ["redis.user", "charts/redis/values.yaml", ["string"], ""],
        ["redis.port", "values.yaml", ["integer"], ""],
        ["redis.only", "charts/redis/values.schema.json", ["null"], ""],
      ],
    );
  });

  test("that cannot be read are a problem with their place", () => {
    const { problems } = readChartFiles({
      "charts/redis/Chart.yaml": REDIS,
      "charts/redis/values.yaml": "a: {b: 1\n",
      "charts/redis/values.schema.json": "{",
    });
    assert.equal(problems.length, 2);
    assert.match(problems[0] ?? "", /^In charts\/redis: .* line 2/);
    assert.match(problems[1] ?? "", /^In charts\/redis: .*JSON/);
  });
});
