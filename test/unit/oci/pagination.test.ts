import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { RegistryError } from "#lib/oci/errors.ts";
import { nextPage, type Page, readEntries } from "#lib/oci/pagination.ts";
import { collect, failureOf } from "#test/support/fake-registry-client.ts";

const page = new URL("https://registry.example.com/v2/_catalog?n=100");

describe("nextPage", () => {
  const links: readonly [field: string | null, next: string | null][] = [
    [null, null],
    ["", null],
    ['</v2/_catalog?last=b&n=100>; rel="next"', "https://registry.example.com/v2/_catalog?last=b&n=100"],
    ["</v2/_catalog?last=b>; rel=next", "https://registry.example.com/v2/_catalog?last=b"],
    ['<https://registry.example.com/v2/x>;rel="next"', "https://registry.example.com/v2/x"],
    ['<?last=b>; rel="next"', "https://registry.example.com/v2/_catalog?last=b"],
    // zot escapes nothing.
    [
      '</v2/_catalog?last=a b/c&n=1>; rel="next"',
      "https://registry.example.com/v2/_catalog?last=a%20b/c&n=1",
    ],
    [
      '</first>; rel="prev first", </v2/x?a=1,2>; title="a, b; rel=last"; REL="last NEXT"',
      "https://registry.example.com/v2/x?a=1,2",
    ],
    ['</v2/x>; rel="nextish"', null],
    ["</v2/x>", null],
    ["no link at all", null],
    ["</never closed; rel=next", null],
  ];
  for (const [field, next] of links) {
    test(`of ${field}`, () => assert.equal(nextPage(field, page)?.href ?? null, next));
  }

  for (const target of [
    "https://evil.example/v2/_catalog",
    "//evil.example/v2/_catalog",
    "http://registry.example.com/v2/_catalog",
    "https://registry.example.com:8443/v2/_catalog",
    "https://registry.example.com@evil.example/v2/",
    "https://",
  ]) {
    test(`refuses ${target}`, () => {
      assert.throws(
        () => nextPage(`<${target}>; rel="next"`, page),
        (error) => error instanceof RegistryError && error.code === "bad-response",
      );
    });
  }

  test("takes no time for a long field that is malformed", () => {
    const started = performance.now();
    for (const piece of ["<", "<a>", "<a>;", "<a>; b", ";rel", " ", "<a>;b=", '<a>;b="', ",", "<a>; b ="]) {
      nextPage(piece.repeat(50_000), page);
    }
    assert.ok(performance.now() - started < 2_000);
  });
});

describe("readEntries", () => {
  /** Pages by the address's query; `next` names the query of the following one. */
  const pages =
    (all: Record<string, { entries: string[]; next?: string }>) =>
    async (url: URL): Promise<Page> => {
      const found = all[url.search];
      if (found === undefined) throw new Error(`asked for ${url.search}`);
      return { entries: found.entries, next: found.next === undefined ? null : new URL(found.next, url) };
    };
  const first = new URL("https://registry.example.com/v2/_catalog?1");

  test("goes through all pages, an empty one between them too", async () => {
    const read = pages({
      "?1": { entries: ["a", "b"], next: "?2" },
      "?2": { entries: [], next: "?3" },
      "?3": { entries: ["c"] },
    });
    assert.deepEqual(await collect(readEntries(first, read)), ["a", "b", "c"]);
  });

  test("fails on a circle instead of ending as if the list were whole", async () => {
    const read = pages({ "?1": { entries: ["a"], next: "?2" }, "?2": { entries: ["b"], next: "?1" } });
    const failure = await failureOf(collect(readEntries(first, read)));
    assert.equal(failure.code, "bad-response");
    assert.equal(failure.message, "GET https://registry.example.com/v2/_catalog: the pages lead in a circle");
  });

  test("fails on a page of what earlier pages named, under another address", async () => {
    const read = pages({
      "?1": { entries: ["a", "b"], next: "?2" },
      "?2": { entries: ["c"], next: "?3" },
      "?3": { entries: ["b", "a"], next: "?4" },
    });
    const failure = await failureOf(collect(readEntries(first, read)));
    assert.match(failure.message, /a page that names nothing new$/);
  });

  test("gives each entry once; a last page of what moved on to it is no circle", async () => {
    const read = pages({
      "?1": { entries: ["a", "b"], next: "?2" },
      "?2": { entries: ["b", "c"], next: "?3" },
      "?3": { entries: ["c"] },
    });
    assert.deepEqual(await collect(readEntries(first, read)), ["a", "b", "c"]);
  });

  test("gives what was named before it fails", async () => {
    const read = pages({ "?1": { entries: ["a", "b"], next: "?1" } });
    const given: string[] = [];
    await assert.rejects(async () => {
      for await (const entry of readEntries(first, read)) given.push(entry);
    }, RegistryError);
    assert.deepEqual(given, ["a", "b"]);
  });

  test("fails on names without end", async () => {
    let number = 0;
    const read = async (url: URL): Promise<Page> => {
      number += 1;
      const entries = Array.from({ length: 60_000 }, (_, index) => `r${number}-${index}`);
      return { entries, next: new URL(`?${number + 1}`, url) };
    };
    assert.match((await failureOf(collect(readEntries(first, read)))).message, /more than 500000 entries/);
    assert.equal(number, 9);
  });

  test("fails on pages without end", async () => {
    let number = 0;
    const read = async (url: URL): Promise<Page> => {
      number += 1;
      return { entries: [], next: new URL(`?${number + 1}`, url) };
    };
    assert.match(
      (await failureOf(collect(readEntries(first, read)))).message,
      /: 0 entries on 1000 pages, and no end$/,
    );
  });

  for (const [length, all] of [
    [9, null],
    [10, 15_000],
  ] as const) {
    test(`of 1500 pages with ${length} names each ${all === null ? "reads a thousand" : "takes all"}`, async () => {
      let number = 0;
      const read = async (url: URL): Promise<Page> => {
        number += 1;
        const entries = Array.from({ length }, (_, index) => `r${number}-${index}`);
        return { entries, next: number < 1_500 ? new URL(`?${number + 1}`, url) : null };
      };
      const list = collect(readEntries(first, read));
      if (all !== null) assert.equal((await list).length, all);
      else assert.match((await failureOf(list)).message, /: 9000 entries on 1000 pages, and no end$/);
    });
  }
});
