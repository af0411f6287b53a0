import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { FINDING_KINDS } from "#lib/chart/check/check-report.ts";
import { checkValues } from "#lib/chart/check/check-values.ts";
import { check, found, modelOf, ofKind } from "./model.ts";

const VALUES = `replicas: 1
image:
  repository: redis
  tag: ""
service:
  port: 80
  annotations: {}
affinity: {}
hosts:
  - name: a
config: null
controller:
  replicaCount: 2
  # minReady: 3
labels:
  team: none
`;
const TEMPLATE = `{{ .Values.replicas }}{{ .Values.hidden.key }}{{ if .Values.image }}{{ end }}
{{- with .Values.labels }}{{ toYaml . }}{{ end }}{{ if .Values.controller }}{{ .Values.controller.replicaCount }}{{ end }}`;
const CHART = { "templates/a.yaml": TEMPLATE };

describe("keys", () => {
  test("nobody knows are told with the nearest that is known", async () => {
    const report = await check(
      VALUES,
      "replicaz: 3\nimage:\n  tagg: x\nreplicaCount: 4\nservice: {prot: 1}\nnonsenseOfMine: 1\n",
      CHART,
    );
    assert.deepEqual(found(report, "unknown"), [
      "1 replicaz replicas",
      "3 image.tagg image.tag",
      "4 replicaCount controller.replicaCount",
      "5 service.prot service.port",
      "6 nonsenseOfMine",
    ]);
    assert.match(
      ofKind(report, "unknown")[2]?.message ?? "",
      /The key of that name is “controller\.replicaCount”/,
    );
  });

  test("that are known from elsewhere are not unknown", async () => {
    const schema = JSON.stringify({ properties: { fromSchema: {}, deep: { properties: { er: {} } } } });
    const report = await check(
      VALUES,
      "hidden: {key: 1}\ncontroller: {minReady: 1}\nfromSchema: 1\ndeep: {er: 2}\nconfig: {a: {b: 1}}\n",
      { ...CHART, "values.schema.json": schema },
    );
    assert.deepEqual([report.counts.unknown, report.counts.doubtful], [0, 0]);
  });

  test("below what takes anything are not unknown, but a slip is told", async () => {
    const text =
      "service: {annotations: {a/b: 1}}\naffinity: {x: 1}\nhosts: [{name: 1, other: 2}]\nlabels: {app: 1, taem: x}\n";
    const report = await check(VALUES, text, CHART);
    assert.equal(report.counts.unknown, 0);
    assert.deepEqual(found(report, "doubtful"), ["4 labels.taem labels.team"]);
  });

  test("that mistake their level are told once, not for each below", async () => {
    const report = await check(VALUES, "contoller:\n  replicaCount: 3\n  minReady: 4\n", CHART);
    assert.deepEqual(found(report, "unknown"), ["1 contoller controller"]);
  });

  test("of global reach anybody, and are told if nobody reads them", async () => {
    const files = { "templates/a.yaml": "{{ .Values.global.imageRegistry }}" };
    const report = await check("", "global:\n  imageRegistry: a\n  imageRegistri: b\n", files);
    assert.deepEqual(found(report, "unused"), ["3 global.imageRegistri"]);
    assert.equal(report.counts.unknown, 0);
  });

  test("with names of an object's own methods are keys like others", async () => {
    const report = await check("constructor: 1\n", '__proto__: 1\nconstructor: 1\n"toString": 2\n');
    assert.deepEqual(found(report, "unknown"), ["1 __proto__", "3 toString"]);
    assert.deepEqual(found(report, "default"), ["2 constructor"]);
  });
});

describe("subcharts", () => {
  const files = {
    "Chart.yaml": `apiVersion: v2
name: web
version: 1.0.0
dependencies:
  - { name: redis, version: 1.x, alias: cache, condition: cache.enabled, tags: [data] }
`,
    "values.yaml": "cache:\n  size: 3\n",
    "charts/redis/Chart.yaml": "name: redis\nversion: 1.0.0\n",
    "charts/redis/values.yaml": "size: 1\nport: 6379\nglobal:\n  password: ''\n",
    "charts/redis/values.schema.json": '{"properties": {"port": {"type": "integer"}}}',
  };

  test("are set under their alias, and by their condition and tags", async () => {
    const model = await modelOf(files);
    const report = checkValues(
      "cache: {enabled: true, port: 1, prot: 2}\nredis: {port: 1}\ntags: {data: true}\nglobal: {password: x}\n",
      model,
    );
    assert.deepEqual(found(report, "unknown"), ["1 cache.prot", "2 redis"]);
    assert.deepEqual([report.counts.unused, report.counts.doubtful], [0, 0]);
    assert.deepEqual(found(checkValues("cache: {prot: 2}\n", model), "unknown"), ["1 cache.prot cache.port"]);
  });

  test("are held against their own schemas, unless they are left out", async () => {
    const model = await modelOf(files);
    assert.deepEqual(found(checkValues("cache:\n  port: x\n", model), "schema"), ["2 cache.port"]);
    assert.deepEqual(found(checkValues("cache: {enabled: false, port: x}\n", model), "schema"), []);
    assert.deepEqual(found(checkValues("tags: {data: false}\ncache: {port: x}\n", model), "schema"), []);
  });
});

describe("values", () => {
  test("that are the default are told once for all that is below, and can be left out", async () => {
    const text =
      "# mine\nreplicas: 1\nimage:\n  repository: redis\nservice:\n  port: 81\n  annotations: {}\n";
    const report = await check(VALUES, text);
    assert.deepEqual(found(report, "default"), ["2 replicas", "3 image", "7 service.annotations"]);
    assert.equal(report.cleaned, "# mine\nservice:\n  port: 81\n");
  });

  test("of another kind than the default are told, softly where a template may print both alike", async () => {
    const text =
      'replicas: "2"\nimage: redis\nservice: {port: 90}\nhosts: {a: 1}\nconfig: [1]\ncontroller: null\n';
    const report = await check(VALUES, text);
    assert.deepEqual(found(report, "type"), ["1 replicas", "2 image", "4 hosts"]);
    assert.match(
      ofKind(report, "type")[0]?.message ?? "",
      /is a string here and a number by default\. Templates often print both alike/,
    );
    assert.match(ofKind(report, "type")[1]?.message ?? "", /Helm warns/);
  });

  test("are read as Helm reads them", async () => {
    const report = await check(
      "on: true\nmode: 493\nday: 2024-01-02\n",
      "on: yes\nmode: 0755\nday: '2024-01-02'\n",
    );
    assert.deepEqual(found(report, "default"), ["1 true", "2 mode", "3 day"]);
  });
});

describe("an upgrade", () => {
  const before = `auth:
  # -- Deprecated: use \`security.password\` instead
  password: ""
metricsPort: 9121
tolerations: []
sidecar:
  resources:
    limits: {cpu: 100m, memory: 200Mi}
plain: 1
`;
  const after = `security:
  password: ""
metrics:
  metricsPort: 9121
tolerations: []
exporter:
  resources:
    limits: {cpu: 100m, memory: 200Mi}
`;

  test("tells what vanished and what took its place, as far as that is told", async () => {
    const chosen = await modelOf({ "values.yaml": after }, "2.0.0");
    const from = await modelOf({ "values.yaml": before }, "1.0.0");
    const text =
      "auth:\n  password: x\nmetricsPort: 1\nplain: 2\nsidecar:\n  resources: {limits: {cpu: 2}}\ntypo: 1\n";
    const report = checkValues(text, chosen, from);
    assert.deepEqual(found(report, "vanished"), [
      "2 auth.password security.password",
      "3 metricsPort metrics.metricsPort",
      "4 plain",
      "5 sidecar exporter",
    ]);
    assert.deepEqual(found(report, "unknown"), ["7 typo"]);
    assert.deepEqual(found(checkValues(text, chosen), "vanished"), []);
  });

  test("tells what is deprecated in the release that is asked about", async () => {
    const report = checkValues("auth:\n  password: x\n", await modelOf({ "values.yaml": before }));
    assert.deepEqual(found(report, "deprecated"), ["2 auth.password"]);
  });
});

describe("properties", () => {
  const scalar = fc.oneof(
    fc.integer({ min: -9, max: 99999 }),
    fc.boolean(),
    fc.constantFrom("", "a", "x y", "yes", "1.10", "2024-01-02", "0755", "~", "{{ a }}"),
  );
  const name = fc.stringMatching(/^[a-z][a-zA-Z.]{1,8}$/);
  const values = fc.dictionary(
    name,
    fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        scalar,
        fc.array(scalar, { maxLength: 3 }),
        fc.dictionary(name, tie("value"), { maxKeys: 4 }),
      ),
    })).value,
    { minKeys: 1, maxKeys: 5 },
  );

  test("a file that is the defaults says what is the default, and nothing is wrong", async () => {
    await fc.assert(
      fc.asyncProperty(values, async (defaults) => {
        const text = JSON.stringify(defaults, null, 1);
        const report = await check(text, text);
        assert.equal(report.counts.default, Object.keys(defaults).length);
        for (const kind of FINDING_KINDS) if (kind !== "default") assert.equal(report.counts[kind], 0, kind);
      }),
      { numRuns: 60 },
    );
  });

  test("any text gives a report", async () => {
    const model = await modelOf({ "values.yaml": VALUES, ...CHART });
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."ab:- \n\t{}[]\"'&*!|>#%@<,1".split("")), maxLength: 80 }),
        (text) => {
          const report = checkValues(text, model, model);
          assert.ok(report.keys >= 0 && report.findings.every(({ message }) => message !== ""));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
