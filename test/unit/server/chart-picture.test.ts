import assert from "node:assert/strict";
import { registerHooks } from "node:module";
import { after, before, describe, test } from "node:test";
import { pictureTexts } from "#lib/formats/picture-texts.ts";
import { release } from "../components/chart/releases.ts";
import { metadata } from "../formats/install/metadata.ts";

// Next.js resolves this package to an empty module on the server; anywhere else it throws.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "server-only"
      ? { url: "data:text/javascript,", shortCircuit: true }
      : next(specifier, context),
});
const { drawChartPicture } = await import("#lib/server/chart-picture.ts");

const real = globalThis.fetch;
const asked: string[] = [];
before(() => {
  globalThis.fetch = (input, init) => {
    const address = String(input);
    // Its own WebAssembly is an address of this kind.
    if (address.startsWith("data:")) return real(input, init);
    asked.push(address);
    return Promise.reject(new Error("no network"));
  };
});
after(() => {
  globalThis.fetch = real;
});

const texts = (description: string, name = "redis") =>
  pictureTexts(release("data/redis", "1.0.0", { metadata: metadata({ description, name }) }));

describe("the picture of a chart", () => {
  test("is a PNG of the size that is said, drawn once", async () => {
    const png = await drawChartPicture(texts("A cache"));
    assert.ok(png !== null);
    const view = new DataView(png.buffer, png.byteOffset);
    assert.equal(view.getUint32(0), 0x89504e47);
    assert.deepEqual([view.getUint32(16), view.getUint32(20)], [1200, 630]);
    assert.equal(await drawChartPicture(texts("A cache")), png);
  });

  test("asks no other host, whatever is in the chart", async () => {
    const every = String.fromCodePoint(...Array.from({ length: 0x2100 }, (_, code) => code));
    const pieces = every.match(/.{1,160}/gsu) ?? [];
    const hostile = ["🚀 launch 👩‍🚀 ©®™ #️⃣ 1️⃣", "قاعدة", "高速", "W".repeat(170), "a\u0301".repeat(300)];
    for (const text of [...pieces, ...hostile]) {
      // Letters enough that the others do not make it no sentence.
      const png = await drawChartPicture(texts(`${text} ${"plain ".repeat(150)}`.slice(0, 900)));
      assert.ok(png !== null && png.byteLength > 10_000);
    }
    assert.deepEqual(asked, []);
  });

  test("is not drawn where too many wait for theirs", async () => {
    const all = Array.from({ length: 40 }, (_, at) =>
      drawChartPicture(texts(`Number ${at}`, "w".repeat(250))),
    );
    const refused = (await Promise.all(all)).filter((png) => png === null).length;
    assert.ok(refused >= 15 && refused < 25, `${refused}`);
  });
});
