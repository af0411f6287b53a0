import assert from "node:assert/strict";
import { test } from "node:test";
import { chartArchive } from "../support/archive-builder.ts";
import { startFakeRegistry } from "../support/fake-registry.ts";
import { PIXEL, sends, startPictureHost } from "../support/picture-host.ts";
import { serveSources } from "../support/served-sources.ts";

test("CHARTROOM_README_IMAGES=none: nothing of another host is fetched", async () => {
  await using parts = new AsyncDisposableStack();
  const registry = await startFakeRegistry();
  parts.defer(() => registry.stop());
  const host = await startPictureHost({ "/build.png": sends(PIXEL) });
  parts.defer(() => host.stop());
  const src = `${host.origin}/build.png`;
  const archive = chartArchive({ name: "redis", files: { "README.md": `![build](${src})` } });
  registry.push("data/redis", "1.0.0", { layers: [{ content: archive }] });
  const acme = `{ name: acme, registry: "${registry.url}", plainHttp: true }`;
  const settings = { CHARTROOM_README_IMAGES: "none" };
  const served = parts.use(await serveSources([acme], ["readme-images/[...path]"], settings));
  const answer = await fetch(
    `${served.url}/readme-images/acme/data/redis@1.0.0?src=${encodeURIComponent(src)}`,
  );
  assert.equal(answer.status, 404);
  assert.deepEqual(host.requests, []);
});
