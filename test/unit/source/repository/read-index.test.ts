import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { IndexFormatError } from "#lib/source/repository/index-blocks.ts";
import type { IndexProblem, IndexRelease } from "#lib/source/repository/index-entry.ts";
import { readIndex } from "#lib/source/repository/read-index.ts";
import { indexOf } from "../../../support/index-text.ts";

const HEX = "a".repeat(64);

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function read(text: string, pieceSize = 65_536): Promise<(IndexRelease | IndexProblem)[]> {
  return Array.fromAsync(readIndex(inPieces(text, pieceSize)));
}

/** Each entry in a word: `redis 1.0.0`, or what is wrong with it. */
async function wordsOf(text: string, pieceSize?: number): Promise<string[]> {
  const entries = await read(text, pieceSize);
  return entries.map((entry) =>
    entry.kind === "release" ? `${entry.chart} ${entry.tag}` : `${entry.name}: ${entry.reason}`,
  );
}

const PLAIN = `apiVersion: v1
entries:
  redis:
  - apiVersion: v2
    annotations:
      artifacthub.io/changes: |
        - kind: fixed
          version: 9.9.9
    created: "2026-01-02T03:04:05.678901234Z"
    description: 'It says
      version: 8.8.8'
    digest: ${HEX}
    name: redis
    urls:
    - https://charts.example/redis-1.10.tgz
    - https://mirror.example/redis-1.10.tgz
    version: 1.10+build.1
  - {name: redis, version: v1.9.0, urls: [redis-1.9.0.tgz]}
  "web-app":
    - name: web-app
      version: "0.1.0"
      urls: ["web-app-0.1.0.tgz"]   # the first
  empty: []
generated: "2026-01-02T03:04:05Z"
`;
const PLAIN_WORDS = ["redis 1.10_build.1", "redis v1.9.0", "web-app 0.1.0"];

describe("an index", () => {
  test("gives what each release says, as it is written", async () => {
    const [first, second] = await read(PLAIN);
    assert.deepEqual(first, {
      kind: "release",
      chart: "redis",
      tag: "1.10_build.1",
      url: "https://charts.example/redis-1.10.tgz",
      digest: `sha256:${HEX}`,
      created: "2026-01-02T03:04:05.678901234Z",
    });
    assert.deepEqual(second, {
      kind: "release",
      chart: "redis",
      tag: "v1.9.0",
      url: "redis-1.9.0.tgz",
      digest: null,
      created: null,
    });
  });

  test("is the same however its bytes arrive", async () => {
    for (const size of [1, 2, 3, 7, 100, 65_536]) assert.deepEqual(await wordsOf(PLAIN, size), PLAIN_WORDS);
  });

  const styles: readonly (readonly [what: string, text: string, words: readonly string[]])[] = [
    ["with CRLF", PLAIN.replaceAll("\n", "\r\n"), PLAIN_WORDS],
    ["with a byte order mark and a document mark", `\uFEFF---\n${PLAIN}...\nnot: read\n`, PLAIN_WORDS],
    ["with comments", PLAIN.replaceAll(/^( *)- /gm, "# of columns\n$1# here\n$1- "), PLAIN_WORDS],
    ["without a line end", PLAIN.trimEnd(), PLAIN_WORDS],
    ["of no charts", "entries: {}\n", []],
    [
      "as JSON in one line",
      JSON.stringify(indexOf({ a: ["1.0.0", "2.0.0"], b: ["3.0.0"] })),
      ["a 1.0.0", "a 2.0.0", "b 3.0.0"],
    ],
    ["as JSON in lines", `\n${JSON.stringify(indexOf({ a: ["1.0.0"] }), null, 2)}`, ["a 1.0.0"]],
    [
      "as JSON with brackets and quotes in its texts",
      JSON.stringify({
        entries: { a: [{ description: '"}]\\', version: "1.0.0", urls: ["a.tgz"] }] },
        serverInfo: { entries: { b: [{ version: "1.0.0" }] } },
      }),
      ["a 1.0.0"],
    ],
  ];
  for (const [what, text, words] of styles) {
    test(what, async () => {
      assert.deepEqual(await wordsOf(text), words);
      assert.deepEqual(await wordsOf(text, 1), words);
    });
  }
});

describe("one bad entry costs only itself", () => {
  const good = "{name: a, version: 2.0.0, urls: [a.tgz]}";
  const bad: readonly (readonly [what: string, entry: string, reason: string])[] = [
    ["a word", "word", "a: a line is neither key nor value"],
    ["null", "null", "a: a line is neither key nor value"],
    ["a list in it", "- 1", "a: the entry cannot be parsed"],
    ["an alias of another entry", "*other", "a: the entry cannot be parsed"],
    // Each level is ten of the level below: a billion strings, were aliases followed.
    [
      "an alias bomb",
      `{version: &a [x,x,x], urls: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a], digest: &c [*b,*b,*b,*b,*b,*b,*b,*b], created: [*c,*c,*c,*c]}`,
      "a: the entry cannot be parsed",
    ],
    ["a bracket that stays open", "{name: a, version: 1.0.0", "a: the entry cannot be parsed"],
    ["a key twice", "{version: 1.0.0, version: 1.0.1, urls: [a.tgz]}", "a: the entry cannot be parsed"],
    ["no version", "{name: a, urls: [a.tgz]}", "a: the entry has no version"],
    ["a list for a version", "{version: [1], urls: [a.tgz]}", "a: the entry has no version"],
    [
      "a version that is no tag",
      "{version: a b, urls: [a.tgz]}",
      "a a b: the version is none that a tag can hold",
    ],
    ["no address", "{version: 1.0.0}", "a 1.0.0: the entry has no address of an archive"],
    [
      "an empty list of addresses",
      "{version: 1.0.0, urls: []}",
      "a 1.0.0: the entry has no address of an archive",
    ],
    [
      "a word for addresses",
      "{version: 1.0.0, urls: a.tgz}",
      "a 1.0.0: the entry has no address of an archive",
    ],
    [
      "another digest",
      "{version: 1.0.0, urls: [a.tgz], digest: abc}",
      "a 1.0.0: the entry's digest is no sha256 digest",
    ],
    ["a key without a colon", "version: 1.0.0\n    urls\n    name: a", "a: a line is neither key nor value"],
    ["lines that stand too far left", "version: 1.0.0\n   urls: [a.tgz]", "a: the indentation does not fit"],
    [
      "an endless address",
      `{version: 1.0.0, urls: [${"x".repeat(5_000)}]}`,
      "a 1.0.0: the entry has no address of an archive",
    ],
  ];
  for (const [what, entry, reason] of bad) {
    test(what, async () => {
      const text = `entries:\n  a:\n  - ${entry}\n  - ${good}\n  b:\n  - ${good}\n`;
      assert.deepEqual(await wordsOf(text), [reason, "a 2.0.0", "b 2.0.0"]);
    });
  }

  test("a chart that is no list", async () => {
    for (const chart of ["word", "{version: 1.0.0}", "\n    version: 1.0.0\n    urls: []"]) {
      assert.deepEqual(await wordsOf(`entries:\n  a: ${chart}\n  b:\n  - ${good}\n`), [
        "a: the chart's releases are no list",
        "b 2.0.0",
      ]);
    }
    assert.deepEqual(
      await wordsOf(`{"entries":{"a":{},"b":[${JSON.stringify({ version: "2.0.0", urls: ["b"] })}]}}`),
      ["a: the chart's releases are no list", "b 2.0.0"],
    );
  });

  test("an entry of a megabyte, in YAML and in JSON", async () => {
    const long = "x".repeat(40_000);
    const lines = `${`    - ${long}\n`.repeat(30)}`;
    assert.deepEqual(await wordsOf(`entries:\n  a:\n  - version: 1.0.0\n    urls:\n${lines}  - ${good}\n`), [
      "a: the entry is too long",
      "a 2.0.0",
    ]);
    const huge = { version: "1.0.0", urls: ["a.tgz"], description: "x".repeat(1_100_000) };
    const text = JSON.stringify({ entries: { a: [huge, { version: "2.0.0", urls: ["a.tgz"] }] } });
    assert.deepEqual(await wordsOf(text), ["a: the entry is too long", "a 2.0.0"]);
  });
});

describe("what is no index is refused", () => {
  const texts: readonly (readonly [what: string, text: string, message: RegExp])[] = [
    ["nothing", "", /it is empty/],
    ["blank lines", "\n \n", /it is empty/],
    ["a web page", "<!doctype html>\n<title>Sign in</title>\n", /neither YAML/],
    ["JSON of something else", '{"errors": []}', /no `entries`/],
    ["JSON cut short", '{"entries": {"a": [{"version": "1.0.0"', /ends in the middle/],
    ["JSON that closes too much", '{"entries": {}}}', /closes more/],
    ["YAML of something else", "name: a\nversion: 1.0.0\n", /no `entries`/],
    ["entries that are a list", "entries:\n- a\n", /neither YAML/],
    ["entries that are a word", "entries: word\n", /is no mapping/],
    ["entries twice", "entries: {}\nentries: {}\n", /twice/],
    ["what gzip makes", "\u001F\uFFFD\u0008\u0000\u0000garbage", /neither YAML/],
    ["a line without end", "x".repeat(3_000_000), /line without end/],
  ];
  for (const [what, text, message] of texts) {
    test(what, () =>
      assert.rejects(read(text), (error) => error instanceof IndexFormatError && message.test(error.message)),
    );
  }

  test("ten million entries end early", async () => {
    let given = 0;
    async function* endless() {
      const piece = Buffer.from("  - {}\n".repeat(1_000));
      yield Buffer.from("entries:\n  a:\n");
      for (; given < 10_000; given += 1) yield piece;
    }
    await assert.rejects(async () => {
      for await (const _ of readIndex(endless()));
    }, /more than 250000 entries/);
    assert.ok(given <= 251, `${given} thousand entries were taken`);
  });
});
