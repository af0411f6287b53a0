import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { Dispatcher } from "undici";
import { type Picture, PictureError } from "#lib/pictures/fetch-picture.ts";
import { createRemotePictures } from "#lib/pictures/remote-pictures.ts";

/** Pictures that come when they are released; how many are being fetched, and were at most. */
function createSource(answer: (address: URL) => Picture | PictureError = () => PNG) {
  const state = { now: 1, asked: [] as string[], running: 0, most: 0, release: () => {} };
  let released = Promise.resolve();
  const hold = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    released = promise;
    state.release = resolve;
  };
  const fetch = async (_: Dispatcher, address: URL) => {
    state.asked.push(address.href);
    state.running += 1;
    state.most = Math.max(state.most, state.running);
    await released;
    state.running -= 1;
    const result = answer(address);
    if (result instanceof PictureError) throw result;
    return result;
  };
  const connections = {} as Dispatcher;
  return { state, hold, pictures: createRemotePictures({ connections, fetch, now: () => state.now }) };
}

const PNG: Picture = { type: "image/png", bytes: Buffer.alloc(1_000) };
const readme = (member: string, group = "registry") => ({ group, member });
const at = (path: string, host = "a.example") => new URL(`https://${host}/${path}`);

describe("pictures of other hosts", () => {
  test("are fetched once, also for many who ask at the same time", async () => {
    const { state, pictures } = createSource();
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => pictures.get(at("x"), readme("readme"))),
    );
    assert.ok(answers.every(({ kind }) => kind === "picture"));
    await pictures.get(at("x"), readme("another readme"));
    assert.equal(state.asked.length, 1);
    state.now = 3_600_002;
    await pictures.get(at("x"), readme("readme"));
    assert.equal(state.asked.length, 2, "and again after an hour");
  });

  test("a failure is remembered for a minute", async () => {
    const { state, pictures } = createSource(() => new PictureError("answered 500"));
    assert.deepEqual(await pictures.get(at("x"), readme("readme")), {
      kind: "failed",
      reason: "answered 500",
    });
    state.now = 59_000;
    await pictures.get(at("x"), readme("readme"));
    assert.equal(state.asked.length, 1);
    state.now = 61_000;
    await pictures.get(at("x"), readme("readme"));
    assert.equal(state.asked.length, 2);
  });

  test("take a bounded part of the memory", async () => {
    const large = { type: "image/png", bytes: Buffer.alloc(5 * 1024 * 1024) } as const;
    const { state, pictures } = createSource(() => large);
    for (let index = 0; index < 20; index += 1) await pictures.get(at(String(index)), readme("readme"));
    await pictures.get(at("0"), readme("readme"));
    assert.equal(state.asked.length, 21, "the first was let go");
    await pictures.get(at("19"), readme("readme"));
    assert.equal(state.asked.length, 21, "the last was kept");
  });

  test("of one host, of one text and in all, few are fetched at once; no other waits for them", async () => {
    const { state, hold, pictures } = createSource();
    hold();
    const all = Array.from({ length: 50 }, (_, index) =>
      pictures.get(at(String(index)), readme(`readme ${index}`)),
    );
    await pause(10);
    assert.equal(state.most, 6, "of one host");
    const many = Array.from({ length: 200 }, (_, index) =>
      pictures.get(at("x", `h${index}.example`), readme("attack")),
    );
    await pause(10);
    assert.equal(state.most, 14, "of one text");
    const other = pictures.get(at("badge", "other.example"), readme("another readme"));
    await pause(10);
    assert.equal(state.asked.at(-1), "https://other.example/badge");
    const rest = Array.from({ length: 50 }, (_, index) =>
      pictures.get(at("y", `o${index}.example`), readme(`other ${index}`)),
    );
    await pause(10);
    assert.equal(state.most, 24, "in all");
    state.release();
    const answers = await Promise.all([...all, ...many, other, ...rest]);
    assert.ok(answers.every(({ kind }) => kind === "picture"));
  });

  test("who waits for too long is told, and may ask again", async () => {
    const { state, hold, pictures } = createSource();
    hold();
    const all = Array.from({ length: 20 }, (_, index) => pictures.get(at(String(index)), readme("readme")));
    await pause(10);
    state.now = 10_002;
    state.release();
    const kinds = (await Promise.all(all)).map(({ kind }) => kind);
    assert.equal(kinds.filter((kind) => kind === "failed").length, 14);
    assert.equal((await pictures.get(at("19"), readme("readme"))).kind, "picture");
  });

  test("more than a thousand do not wait", async () => {
    const { state, hold, pictures } = createSource();
    hold();
    const all = Array.from({ length: 1_500 }, (_, index) =>
      pictures.get(at(String(index)), readme("readme")),
    );
    const refused = all.slice(1_006);
    assert.ok((await Promise.all(refused)).every(({ kind }) => kind === "failed"));
    state.release();
    await Promise.all(all);
  });

  test("charts that all wait for slow pictures, in each version, do not keep the pictures of others away", async () => {
    const { state, hold, pictures } = createSource();
    hold();
    const many = Array.from({ length: 1_500 }, (_, index) =>
      pictures.get(at("x", `h${index}.example`), readme(`attack${index % 100}`)),
    );
    await pause(10);
    assert.equal(state.running, 24);
    const other = pictures.get(at("badge", "other.example"), readme("redis", "another registry"));
    const beside = pictures.get(at("badge", "beside.example"), readme("redis"));
    state.release();
    assert.equal((await other).kind, "picture");
    assert.equal((await beside).kind, "picture");
    const turn = state.asked.indexOf("https://other.example/badge");
    assert.equal(turn, 24, "the first that gets a turn");
    assert.ok(
      state.asked.indexOf("https://beside.example/badge") < 130,
      "before second pictures of the others",
    );
    await Promise.all(many);
  });

  test("a defect is no failure of a picture", async () => {
    const fetch = () => Promise.reject(new TypeError("a defect"));
    const pictures = createRemotePictures({ connections: {} as Dispatcher, fetch });
    await assert.rejects(pictures.get(at("x"), readme("readme")), TypeError);
  });
});
