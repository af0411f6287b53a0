import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { QUALIFIER_NAMES } from "#lib/catalog/qualifiers.ts";
import { parseSearchText } from "#lib/catalog/search-text.ts";
import { versionNumber } from "#lib/chart/version-number.ts";
import { allOf, isOneOf } from "#lib/search/filter.ts";
import { createMeilisearchEngine } from "#lib/search/meilisearch-engine.ts";
import { qualifierFilters } from "#lib/search/qualifier-filter.ts";
import type { SearchEngine } from "#lib/search/search-engine.ts";
import { CHARTS, INDEXES } from "#lib/search/settings.ts";
import { startMeilisearch, type TestMeilisearch } from "../support/meilisearch.ts";
import { createRandom } from "../support/random.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const seconds = (date: string) => Date.parse(date) / 1000;

const PLAIN = {
  source: "acme",
  namespace: "team/charts",
  type: "application",
  is: ["application", "stable"],
  keywords: [],
  maintainers: [],
  license: null,
  category: null,
  kinds: [],
  crdNames: [],
  imageNames: [],
  dependencies: [],
  valueKeys: [],
  kubeFrom: null,
  kubeBelow: null,
  appVersion: null,
  appNumber: null,
  version: "1.0.0",
  versionNumber: versionNumber("1.0.0"),
  createdTs: null,
  updatedTs: null,
};
const DOCUMENTS = [
  {
    ...PLAIN,
    id: "redis",
    nameParts: ["redis-chart", "redis", "chart"],
    keywords: ["Database", "cache"],
    license: "Apache-2.0",
    category: "database",
    imageNames: ["docker.io/bitnami/redis", "bitnami/redis", "redis"],
    kinds: ["StatefulSet", "Service"],
    dependencies: ["common"],
    valueKeys: ["ingress", "ingress.enabled"],
    maintainers: ['Jane "JD" Doe'],
    is: ["application", "stable", "signed", "schema"],
    appVersion: "v7.2.4",
    appNumber: versionNumber("7.2.4"),
    version: "18.1.0",
    versionNumber: versionNumber("18.1.0"),
    kubeFrom: versionNumber("1.23.0"),
    kubeBelow: versionNumber("1.30.0"),
    createdTs: seconds("2020-05-01"),
    updatedTs: seconds("2026-03-15"),
  },
  {
    ...PLAIN,
    id: "minio",
    nameParts: ["minio-chart", "minio", "chart"],
    keywords: ["storage"],
    license: "MIT",
    imageNames: ["quay.io/minio/minio", "minio"],
    appVersion: "RELEASE.2024-01",
    kinds: ["StatefulSet"],
    valueKeys: ["ingress"],
    maintainers: ["Max"],
    kubeFrom: versionNumber("1.29.5"),
    kubeBelow: 1e15,
    version: "5.0.0-rc.1",
    versionNumber: versionNumber("5.0.0-rc.1"),
    is: ["application", "prerelease"],
    createdTs: seconds("2026-01-31T23:59:59Z"),
    updatedTs: seconds("2026-11-20"),
  },
  {
    ...PLAIN,
    id: "common",
    nameParts: ["common-chart", "common", "chart"],
    type: "library",
    is: ["library", "stable", "crds", "operator"],
    crdNames: ["ServiceMonitor", "servicemonitors.monitoring.coreos.com", "monitoring.coreos.com"],
    namespace: "library",
    source: "upstream",
    createdTs: seconds("2026-02-01"),
    updatedTs: seconds("2026-02-01"),
  },
  // In nobody's scope here, and alike in all else.
  {
    ...PLAIN,
    id: "hidden",
    nameParts: ["redis"],
    source: "secret",
    imageNames: ["redis"],
    is: ["signed"],
    type: "library",
  },
];

let meilisearch: TestMeilisearch;
let engine: SearchEngine;
before(async () => {
  meilisearch = await startMeilisearch();
  engine = createMeilisearchEngine(meilisearch);
  for (const definition of INDEXES.filter(({ uid }) => uid === CHARTS)) await engine.define(definition);
  await engine.put(CHARTS, DOCUMENTS);
});
after(() => meilisearch.stop());

async function found(
  text: string,
  chosen: Parameters<typeof qualifierFilters>[2] = {},
): Promise<readonly string[]> {
  const filters = qualifierFilters(parseSearchText(text).terms, NOW, chosen);
  const filter = allOf([isOneOf("source", ["acme", "upstream"]), ...filters]);
  const documents = await Array.fromAsync(engine.fetch(CHARTS, { filter, fields: ["id"] }));
  return documents.map((document) => (document as { readonly id: string }).id).sort();
}

const ALL = ["common", "minio", "redis"];

describe("a qualifier finds", () => {
  const answers: Readonly<Record<string, readonly string[]>> = {
    "": ALL,
    "words find nothing here": ALL,
    "image:redis": ["redis"],
    "image:bitnami/redis:7.2": ["redis"],
    "image:docker.io/bitnami/redis@sha256:0": ["redis"],
    "image:docker.io/*": ["redis"],
    "image:*": ["minio", "redis"],
    "-image:redis": ["common", "minio"],
    "crd:servicemonitor": ["common"],
    "crd:monitoring.coreos.com": ["common"],
    "license:*": ["minio", "redis"],
    "-license:*": ["common"],
    "kind:StatefulSet": ["minio", "redis"],
    "kind:StatefulSet kind:Service": ["redis"],
    "value:ingress": ["minio", "redis"],
    "value:ingress.*": ["redis"],
    "dep:common": ["redis"],
    'maintainer:"jane \\"jd\\" doe"': ["redis"],
    'maintainer:"Jane*"': ["redis"],
    "maintainer:max maintainer:Jane*": ["minio", "redis"],
    "name:common": ["common"],
    "name:Chart": ALL,
    "name:chart name:minio": ["minio"],
    "namespace:team/*": ["minio", "redis"],
    "source:upstream": ["common"],
    "source:secret": [],
    "source:secret source:acme": ["minio", "redis"],
    "-source:acme": ["common"],
    "tag:database": ["redis"],
    "category:database": ["redis"],
    "license:mit": ["minio"],
    "license:mit license:Apache-2.0": ["minio", "redis"],
    "type:library": ["common"],
    "is:signed": ["redis"],
    "is:signed is:stable": ["redis"],
    "is:stable": ["common", "redis"],
    "-is:stable": ["minio"],
    "kube:1.22": ["common"],
    "kube:1.29": ALL,
    "kube:1.29.3": ["common", "redis"],
    "kube:1.30": ["common", "minio"],
    "kube:>=1.30": ["common", "minio"],
    "-kube:1.30": ["redis"],
    "app:7": ["redis"],
    "app:7.2": ["redis"],
    "app:>=7 app:<8": ["redis"],
    "app:>7": [],
    "app:^7.1": ["redis"],
    "app:release.2024-01": ["minio"],
    "app:RELEASE.*": ["minio"],
    "version:>=2": ["minio", "redis"],
    "version:5.0.0-rc.1": ["minio"],
    "updated:2026-03": ["redis"],
    "updated:>2026-02": ["minio", "redis"],
    "updated:7d": ["minio"],
    "updated:<2m": ["common", "redis"],
    "created:>2026-01": ["common"],
    "created:<2021": ["redis"],
    // What cannot be read restricts nothing.
    "is:green updated:yesterday kube:new image:": ALL,
    "imgae:redis": ALL,
  };
  for (const [text, charts] of Object.entries(answers)) {
    test(`${text || "without one"}: ${charts.join(", ") || "nothing"}`, async () => {
      assert.deepEqual(await found(text), charts);
    });
  }

  test("beside what is chosen as a facet, an alternative of the same name", async () => {
    assert.deepEqual(await found("license:MIT", { license: ["Apache-2.0"] }), ["minio", "redis"]);
    assert.deepEqual(await found("kind:StatefulSet", { license: ["Apache-2.0"] }), ["redis"]);
    assert.deepEqual(await found("", { keyword: ["*"] }), []);
  });
});

test("no query is refused, and none leaves the scope", async () => {
  const seed = Date.now() % 1_000_000;
  const random = createRandom(seed);
  const pick = <T>(choices: readonly T[]) => choices[Math.floor(random() * choices.length)] as T;
  const values = [
    '"',
    "\\",
    '\\"',
    "*",
    "redis",
    "'",
    ")",
    "(",
    ' OR source = "secret" ',
    '" OR source = "secret',
    "]",
    "IN [",
    "\u0000",
    "\ud800",
    "é😀",
    "NOT",
    "_geoRadius(1,1,1)",
    "x".repeat(600),
    "é".repeat(300),
    "\n",
    "`",
    "EXISTS",
    ">=7",
    "1.29",
    "^1.2",
    "2026-01",
    "30d",
    "99999.99999.99999",
    "signed",
    "library",
    "0000",
  ];
  for (let run = 0; run < 500; run += 1) {
    const terms = Array.from({ length: 1 + Math.floor(random() * (run % 10 === 0 ? 60 : 5)) }, () => {
      const parts = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(values)).join("");
      const value = random() < 0.5 ? parts : `"${parts.replaceAll(/["\\]/g, "\\$&")}"`;
      return `${random() < 0.3 ? "-" : ""}${pick(QUALIFIER_NAMES)}:${value}`;
    });
    const text = terms.join(" ");
    const charts = await found(text).catch((error: unknown) => {
      throw new Error(`seed ${seed}, run ${run}: ${JSON.stringify(text)}`, { cause: error });
    });
    assert.ok(!charts.includes("hidden"), `seed ${seed}, run ${run}: ${JSON.stringify(text)}`);
  }
});
