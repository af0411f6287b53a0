import assert from "node:assert/strict";
import { test } from "node:test";
import { pictureTexts } from "#lib/formats/picture-texts.ts";
import { release, summary } from "../components/chart/releases.ts";
import { metadata } from "./install/metadata.ts";

const describe = (description: string) =>
  pictureTexts(release("data/redis", "1.0.0", { metadata: metadata({ description }) })).description;

test("a picture says name, version, app version, what it is and where", () => {
  const detail = {
    metadata: metadata({ description: "A cache" }),
    summary: summary("1.0.0", { appVersion: "7.2" }),
  };
  assert.deepEqual(pictureTexts(release("data/redis", "1.0.0", detail)), {
    name: "redis",
    version: "1.0.0",
    detail: "app 7.2",
    description: "A cache",
    place: "acme / data/redis",
  });
  const old = release("data/redis", "1.0.0", { metadata: metadata({ deprecated: true }) });
  assert.equal(pictureTexts(old).detail, "deprecated");
});

test("texts are cut to the room there is", () => {
  const long = metadata({ name: "x".repeat(250), description: "word ".repeat(1_000) });
  const texts = pictureTexts(release("x".repeat(250), "1.0.0", { metadata: long }));
  assert.deepEqual(
    Object.values(texts).map((text) => text.length <= 170),
    [true, true, true, true, true],
  );
  assert.match(texts.name, /^x{89}…$/);
});

test("what the font lacks is left out, and so is what is mostly that", () => {
  assert.equal(describe("Caché 🚀 für alle ®"), "Caché für alle");
  assert.equal(describe("e\u0301te\u0301"), "été");
  for (const text of ["قاعدة بيانات سريعة", "高速なデータベース", "База данных", "𝕱𝖆𝖓𝖈𝖞", "👩‍🚀"])
    assert.equal(describe(text), "", text);
  assert.equal(describe("safe \u202eevil\u0000\u200b text"), "safe evil text");
});
