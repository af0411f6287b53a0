import assert from "node:assert/strict";
import { test } from "node:test";
import { chartMetadata } from "../../../app/charts/[...path]/chart-metadata.ts";
import { release } from "../components/chart/releases.ts";
import { metadata } from "../formats/install/metadata.ts";

const HERE = "https://charts.example";

test("who lists or links to a chart is told its one address, what it is, and its picture", () => {
  const one = release("data/redis", "1.0.0", { metadata: metadata({ description: "A <b>cache</b>" }) });
  const said = chartMetadata(one, [one.summary], "values", HERE);
  assert.equal(said.metadataBase?.toString(), `${HERE}/`);
  assert.equal(said.alternates?.canonical, "/charts/acme/data/redis?tab=values");
  assert.equal(said.openGraph?.url, said.alternates?.canonical);
  assert.equal(said.openGraph?.description, "A <b>cache</b>");
  assert.partialDeepStrictEqual(said.openGraph?.images, [{ url: "/og/acme/data/redis.png", width: 1200 }]);
  assert.deepEqual(said.twitter?.images, said.openGraph?.images);
});

test("a chart that says nothing of itself is described by its place", () => {
  const { description } = chartMetadata(release("data/redis", "1.0.0"), [], "readme", HERE);
  assert.equal(description, "The Helm chart data/redis in acme.");
});
