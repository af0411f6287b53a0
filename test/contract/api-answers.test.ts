import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020, type AnySchemaObject } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { chartArchive } from "../support/archive-builder.ts";
import { type FakeRegistry, startFakeRegistry } from "../support/fake-registry.ts";
import { type ServedSources, serveSources } from "../support/served-sources.ts";

const SECRET = "a secret of the registry";
const TOKEN = "a token of the operator";
const ROUTES = readdirSync("app/api/v1", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("route.ts"))
  .map((file) => `api/v1/${file.slice(0, -"/route.ts".length)}`);

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Content }>>;
}
type Content = Readonly<Record<string, { readonly schema?: AnySchemaObject }>>;
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, AnySchemaObject>>;
    readonly responses: Readonly<Record<string, { readonly content: Content }>>;
  };
}

const parts = new AsyncDisposableStack();
let registry: FakeRegistry;
let served: ServedSources;
let api: Description;
let ajv: Ajv2020;

before(async () => {
  registry = await startFakeRegistry();
  parts.defer(() => registry.stop());
  const chartYaml = `apiVersion: v2
name: redis
version: 1.0.0
appVersion: "7.2"
description: A cache
kubeVersion: ">=1.25.0-0"
keywords: [cache]
maintainers: [{ name: Jane, email: jane@example.com }]
dependencies: [{ name: common, version: 1.x, repository: "oci://example.com/charts", tags: [a] }]
annotations: { note: kept, artifacthub.io/images: "- image: docker.io/redis:7" }
`;
  const files = { "README.md": "# Redis\n\n## Setting\n\ncache\n", "values.yaml": "# -- Port\nport: 6379\n" };
  const common = { "charts/common/Chart.yaml": "name: common\nversion: 1.0.0\n", "crds/a.yaml": "kind: A\n" };
  const full = chartArchive({ name: "redis", chartYaml, files: { ...files, ...common } });
  registry.push("data/redis", "1.0.0", {
    layers: [{ content: full }],
    annotations: { "org.opencontainers.image.created": "2026-11-01T12:00:00Z" },
  });
  registry.push("copies/redis", "1.0.0", { layers: [{ content: full }] });
  registry.push("data/redis", "2.0.0-rc.1", { layers: [{ content: chartArchive({ name: "redis" }) }] });
  registry.push("data/redis", "0.1.0", { layers: [{ content: Buffer.from("no archive") }] });
  for (let number = 0; number < 41; number += 1) {
    const name = `worker-${number}`;
    registry.push(`many/${name}`, "1.0.0", { layers: [{ content: chartArchive({ name }) }] });
  }
  const acme = `{ name: acme, registry: "${registry.url}", plainHttp: true, events: { secret: ${SECRET} } }`;
  const gone = `{ name: gone, registry: "http://127.0.0.1:9", plainHttp: true }`;
  served = parts.use(await serveSources([acme, gone], ROUTES, { CHARTROOM_ADMIN_TOKEN: TOKEN }));
  api = await (await fetch(`${served.url}/api/v1/openapi.json`)).json();
  ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  // The published schemas are open, so that fields can be added; here a field nobody described is a mistake.
  const components = { schemas: closed(api.components.schemas), responses: api.components.responses };
  ajv.addVocabulary(["components", "content", "responses", "schemas"]);
  ajv.addSchema({ $id: "api", components });
});
after(() => parts.disposeAsync());

/** The same schemas, in which every object takes nothing but what is described. */
function closed<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(closed) as T;
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, closed(value)]);
  return Object.fromEntries("properties" in schema ? [...entries, ["additionalProperties", false]] : entries);
}

interface Asked {
  readonly path: string;
  readonly status: number;
  readonly operation: string;
  readonly init?: RequestInit;
}

/** Asks, and holds the answer against what the description says of it. */
async function check({ path, status, operation, init = {} }: Asked): Promise<unknown> {
  const answer = await fetch(served.url + path, init);
  const type = answer.headers.get("content-type") ?? "";
  assert.equal(answer.status, status, `${path}: ${answer.status}`);
  const operations = Object.values(api.paths).flatMap((methods) => Object.values(methods));
  const described = operations.find(({ operationId }) => operationId === operation)?.responses[status];
  assert.ok(described, `${operation} says nothing of ${status}`);
  const name = described.$ref?.split("/").at(-1);
  const content = name === undefined ? described.content : api.components.responses[name]?.content;
  const media = content?.[type] ?? content?.["*/*"];
  assert.ok(media, `${operation} ${status} says nothing of ${type}`);
  const reference = media.schema?.$ref;
  if (reference === undefined) return answer.text();
  const body: unknown = await answer.json();
  const validate = ajv.compile({ $ref: `api${reference}` });
  assert.ok(validate(body), `${path}: ${ajv.errorsText(validate.errors)}`);
  return body;
}

const post = (authorization: string, body = ""): RequestInit => ({
  method: "POST",
  headers: { authorization },
  body,
});

describe("the description of the API", () => {
  test("is OpenAPI 3.1", async () => {
    const { valid, errors } = await new Validator().validate({ ...structuredClone(api) });
    assert.ok(valid, JSON.stringify(errors));
    assert.match(JSON.stringify(api), /"openapi":"3\.1\.0"/);
  });

  test("has a path for every route, and no other", () => {
    const shapes = (names: readonly string[]) => [...new Set(names)].sort();
    const described = Object.keys(api.paths).map((path) =>
      path
        .slice(1)
        .replace(/\{source\}\/\{repository\}(?:@\{version\})?$/, "[...path]")
        .replaceAll(/\{(\w+)\}/g, "[$1]"),
    );
    assert.deepEqual(shapes(described), shapes(ROUTES));
  });

  test("lists every type of problem", () => {
    const known: readonly string[] = api.components.schemas.Problem?.properties.type.enum;
    const names = Object.keys(api.components.responses).map((code) => `urn:chartroom:problem:${code}`);
    assert.deepEqual(known, names);
    assert.ok(known.includes("urn:chartroom:problem:rate-limited"));
  });
});

describe("answers are as described", () => {
  const event = JSON.stringify({
    events: [
      {
        action: "pull",
        target: { repository: "data/redis", tag: "1.0.0", digest: `sha256:${"a".repeat(64)}` },
      },
    ],
  });
  const asked: readonly Asked[] = [
    { path: "/api/v1/search", status: 200, operation: "search" },
    { path: "/api/v1/search?q=redis&limit=100", status: 200, operation: "search" },
    { path: "/api/v1/search?q=cache+image:redis&sort=name", status: 200, operation: "search" },
    { path: "/api/v1/search?q=is:sgined+kube:x", status: 200, operation: "search" },
    // Found by what is known of its software, which is no word of the chart.
    { path: "/api/v1/search?q=session+store", status: 200, operation: "search" },
    { path: "/api/v1/search?q=zzqxjwv", status: 200, operation: "search" },
    { path: "/api/v1/values?of=keyword", status: 200, operation: "values" },
    { path: "/api/v1/values", status: 400, operation: "values" },
    { path: "/api/v1/charts/acme/data/redis", status: 200, operation: "chart" },
    { path: "/api/v1/charts/acme/data%2Fredis", status: 200, operation: "chart" },
    { path: "/api/v1/charts/acme/data/redis@2.0.0-rc.1", status: 200, operation: "release" },
    { path: "/api/v1/charts/acme/data/redis@0.1.0", status: 200, operation: "release" },
    { path: "/api/v1/charts/acme/data/redis@9.9.9", status: 404, operation: "release" },
    { path: "/api/v1/charts/nobody/data/redis", status: 404, operation: "chart" },
    { path: "/api/v1/files/acme/data/redis@1.0.0?path=values.yaml", status: 200, operation: "file" },
    { path: "/api/v1/files/acme/data/redis@1.0.0", status: 400, operation: "file" },
    { path: "/api/v1/files/acme/data/redis@1.0.0?path=none", status: 404, operation: "file" },
    { path: "/api/v1/values-model/acme/data/redis@1.0.0", status: 200, operation: "values-model" },
    { path: "/api/v1/values-model/acme/data/redis@0.1.0", status: 502, operation: "values-model" },
    { path: "/api/v1/values-model/acme/data/redis@9.9.9", status: 404, operation: "values-model" },
    { path: "/api/v1/values-model/acme/data/redis", status: 404, operation: "values-model" },
    { path: "/api/v1/sources", status: 200, operation: "sources" },
    { path: "/api/v1/sources/acme", status: 200, operation: "source" },
    { path: "/api/v1/sources/nobody", status: 404, operation: "source" },
    { path: "/api/v1/sources/acme/sync", status: 401, operation: "sync", init: post("") },
    { path: "/api/v1/sources/acme/sync", status: 202, operation: "sync", init: post(`Bearer ${TOKEN}`) },
    { path: "/api/v1/sources/nobody/sync", status: 404, operation: "sync", init: post(`Bearer ${TOKEN}`) },
    { path: "/api/v1/events/acme", status: 202, operation: "events", init: post(SECRET, event) },
    { path: "/api/v1/events/acme", status: 400, operation: "events", init: post(SECRET, "junk") },
    { path: "/api/v1/events/acme", status: 401, operation: "events", init: post("", event) },
  ];
  for (const one of asked) {
    test(`${one.init?.method ?? "GET"} ${one.path} ${one.status}`, async () => {
      await check(one);
    });
  }

  test("what nobody described is seen", async () => {
    const validate = ajv.compile({ $ref: "api#/components/schemas/Accepted" });
    assert.equal(validate({ accepted: 1 }), true);
    assert.equal(validate({ accepted: 1, more: 1 }), false);
    assert.equal(validate({ accepted: "1" }), false);
  });
});

describe("pages of a search", () => {
  interface Page {
    readonly total: number;
    readonly pages: number;
    readonly hits: readonly { readonly name: string }[];
  }
  test("lead from one to the next and back, and miss nothing", async () => {
    const names: string[] = [];
    let next: string | null = "/api/v1/search?q=worker&limit=15";
    let previous: string | undefined;
    while (next !== null) {
      const answer: Response = await fetch(served.url + next);
      const page = (await answer.json()) as Page;
      assert.deepEqual([page.total, page.pages], [41, 3]);
      names.push(...page.hits.map(({ name }) => name));
      const link = answer.headers.get("link") ?? "";
      assert.equal(/<([^>]*)>; rel="prev"/.exec(link)?.[1], previous);
      previous = `${next.replace(/&page=\d+/, "")}&page=${Math.ceil(names.length / 15)}`;
      next = /<([^>]*)>; rel="next"/.exec(link)?.[1] ?? null;
    }
    assert.equal(names.length, 41);
    assert.equal(new Set(names).size, 41);
  });

  test("have at most 100 hits, and 20 where nothing sensible is said", async () => {
    const limitOf = async (limit: string) =>
      ((await (await fetch(`${served.url}/api/v1/search?limit=${limit}`)).json()) as { limit: number }).limit;
    assert.deepEqual(await Promise.all(["1000", "0", "x", "7"].map(limitOf)), [100, 20, 20, 7]);
  });
});

for (const path of [
  ...["search?q=redis", "charts/acme/data/redis", "openapi.json"],
  "values-model/acme/data/redis@1.0.0",
]) {
  test(`an answer is not sent twice: ${path}`, async () => {
    const first = await fetch(`${served.url}/api/v1/${path}`);
    await first.arrayBuffer();
    const headers = { "if-none-match": first.headers.get("etag") ?? "" };
    const again = await fetch(`${served.url}/api/v1/${path}`, { headers });
    assert.deepEqual([first.status, again.status], [200, 304]);
  });
}
