import assert from "node:assert/strict";
import { test } from "node:test";
import { structuredData } from "#lib/formats/structured-data.ts";
import { release, summary } from "../components/chart/releases.ts";
import { metadata } from "./install/metadata.ts";

const HERE = "https://charts.example";
const plain = (data: object): Record<string, unknown> => JSON.parse(JSON.stringify(data));

test("an application has its version, date, licence and makers", () => {
  const chart = metadata({
    description: "A cache",
    keywords: ["cache", "db"],
    maintainers: [{ name: "Jane", email: "jane@example.com", url: null }],
    annotations: { "artifacthub.io/license": "Apache-2.0" },
  });
  const created = "2026-01-02T03:04:05.000Z";
  const data = plain(
    structuredData(
      release("data/redis", "1.0.0+b", {
        metadata: chart,
        latest: false,
        summary: summary("1.0.0+b", { created }),
      }),
      HERE,
    ),
  );
  assert.deepEqual(data, {
    "@context": "https://schema.org",
    "@id": `${HERE}/charts/acme/data/redis@1.0.0+b`,
    "@type": "SoftwareApplication",
    name: "redis",
    url: `${HERE}/charts/acme/data/redis@1.0.0+b`,
    description: "A cache",
    datePublished: created,
    identifier: `sha256:${"0".repeat(64)}`,
    image: `${HERE}/og/acme/data/redis@1.0.0+b.png`,
    keywords: "cache, db",
    license: "https://spdx.org/licenses/Apache-2.0.html",
    author: [{ "@type": "Person", name: "Jane" }],
    softwareVersion: "1.0.0+b",
    applicationCategory: "DeveloperApplication",
    operatingSystem: "Kubernetes",
  });
});

test("a library is source code, and what is not known is not said", () => {
  const library = metadata({
    type: "library",
    sources: ["https://git.example/common"],
    annotations: { licenses: "Apache-2.0 OR MIT" },
  });
  const data = plain(structuredData(release("platform/common", "1.0.0", { metadata: library }), HERE));
  assert.deepEqual(
    [data["@type"], data.version, data.codeRepository],
    ["SoftwareSourceCode", "1.0.0", "https://git.example/common"],
  );
  assert.deepEqual(data.license, { "@type": "CreativeWork", name: "Apache-2.0 OR MIT" });
  const bare = plain(structuredData(release("a/b", "1.0.0"), HERE));
  assert.deepEqual(
    ["description", "datePublished", "license", "author"].filter((key) => key in bare),
    [],
  );
});
