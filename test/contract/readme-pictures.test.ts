import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createPublicConnections } from "#lib/pictures/fetch-picture.ts";
import { createRemotePictures } from "#lib/pictures/remote-pictures.ts";
import { chartArchive } from "../support/archive-builder.ts";
import { type FakeRegistry, startFakeRegistry } from "../support/fake-registry.ts";
import { judgeForTests, PIXEL, type PictureHost, sends, startPictureHost } from "../support/picture-host.ts";
import { type ServedSources, serveSources } from "../support/served-sources.ts";

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

const parts = new AsyncDisposableStack();
let registry: FakeRegistry;
let host: PictureHost;
let served: ServedSources;

before(async () => {
  registry = await startFakeRegistry();
  parts.defer(() => registry.stop());
  host = await startPictureHost({
    "/build.png": sends(PIXEL),
    "/draw.svg": sends(SVG, { "set-cookie": "a=b", "access-control-allow-origin": "*" }),
    "/page": sends("<!DOCTYPE html><script>alert(1)</script>"),
  });
  parts.defer(() => host.stop());
  const push = (repository: string, readme: string) => {
    const name = repository.split("/").at(-1) ?? "";
    const archive = chartArchive({ name, files: { "README.md": readme } });
    registry.push(repository, "1.0.0", { layers: [{ content: archive }] });
  };
  const { origin } = host;
  push(
    "data/redis",
    `# Redis\n![build](${origin}/build.png)\n[link](${origin}/secret)\n\n<img src="${origin}/draw.svg">

![page](${origin}/page)\n![](http://10.0.0.1/inside.png)\n\`![](${origin}/code.png)\`\n![mail](mailto:a@example.com)`,
  );
  push(
    "data/many",
    Array.from({ length: 300 }, (_, index) => `![${index}](${origin}/${index}.png)`).join("\n"),
  );
  push("hidden/redis", `![build](${origin}/build.png)`);
  const acme = `{ name: acme, registry: "${registry.url}", plainHttp: true, exclude: ["hidden/*"] }`;
  served = parts.use(await serveSources([acme], ["readme-images/[...path]"]));
  // 127.0.0.1 stands for the world here; in the product it is inside.
  const pictures = createRemotePictures({ connections: createPublicConnections(judgeForTests) });
  Object.assign(globalThis, { chartroomPictures: pictures });
});
after(() => parts.disposeAsync());

const ask = (chart: string, src: string) =>
  fetch(`${served.url}/readme-images/${chart}?src=${encodeURIComponent(src)}`);
const askedOf = (path: string) => host.requests.filter(({ url }) => url === path).length;

describe("a picture of a README", () => {
  test("comes by way of us, locked up, of the type its bytes show", async () => {
    const answer = await ask("acme/data/redis@1.0.0", `${host.origin}/build.png`);
    assert.equal(answer.status, 200);
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), PIXEL);
    const drawing = await ask("acme/data/redis@1.0.0", `${host.origin}/draw.svg`);
    const headers = Object.fromEntries(drawing.headers);
    assert.equal(headers["content-type"], "image/svg+xml");
    assert.match(headers["content-security-policy"] ?? "", /^default-src 'none'; .*sandbox$/);
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["cross-origin-resource-policy"], "same-origin");
    assert.match(headers["cache-control"] ?? "", /^private, max-age=3600$/);
    assert.equal(headers["set-cookie"], undefined);
    assert.equal(headers["access-control-allow-origin"], undefined);
  });

  test("is fetched once for all who look at it", async () => {
    await Promise.all(
      Array.from({ length: 40 }, () => ask("acme/data/redis@1.0.0", `${host.origin}/build.png`)),
    );
    assert.equal(askedOf("/build.png"), 1);
  });

  test("that is a page, or lies inside, is an error that says nothing of the network, and is asked for again soon", async () => {
    for (const src of [`${host.origin}/page`, "http://10.0.0.1/inside.png"]) {
      const answer = await ask("acme/data/redis@1.0.0", src);
      assert.equal(answer.status, 502);
      assert.equal(answer.headers.get("content-type"), "text/plain; charset=utf-8");
      assert.equal(answer.headers.get("cache-control"), "private, max-age=60");
      assert.doesNotMatch(await answer.text(), /10\.0|script/);
    }
  });
});

describe("what no README shows", () => {
  test("is not fetched: other addresses, links, code, other spellings, other schemes", async () => {
    const before = host.requests.length;
    const { origin, port } = host;
    for (const src of [
      ...[`${origin}/other.png`, `${origin}/secret`, `${origin}/code.png`, `${origin}/build.png?x`],
      ...[`HTTP://127.0.0.1:${port}/build.png`, `${origin}/./build.png`, `${origin}/build.png#x`, ""],
      ...["mailto:a@example.com", "http://169.254.169.254/latest/meta-data/", "file:///etc/passwd"],
    ])
      assert.equal((await ask("acme/data/redis@1.0.0", src)).status, 404, src);
    assert.equal(host.requests.length, before);
  });

  test("nor is anything for a chart that is not there, or not to be seen: the same answer", async () => {
    const src = `${host.origin}/build.png`;
    const answers = await Promise.all(
      [
        "acme/hidden/redis@1.0.0",
        "acme/data/nothing@1.0.0",
        "nowhere/data/redis@1.0.0",
        "acme/data/redis",
        "x",
      ].map(async (chart) => {
        const answer = await ask(chart, src);
        return `${answer.status} ${await answer.text()}`;
      }),
    );
    assert.equal(new Set(answers).size, 1);
    assert.match(answers[0] ?? "", /^404 /);
  });

  test("of three hundred pictures two hundred are shown", async () => {
    const { status } = await ask("acme/data/many@1.0.0", `${host.origin}/199.png`);
    assert.equal(status, 502, "it was asked for, and there is none");
    assert.equal((await ask("acme/data/many@1.0.0", `${host.origin}/200.png`)).status, 404);
    assert.equal(askedOf("/200.png"), 0);
  });
});
