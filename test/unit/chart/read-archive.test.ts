import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { type ArchiveBytes, readArchive } from "#lib/chart/read-archive.ts";
import {
  archive,
  chartArchive,
  paxHeader,
  type TarItem,
  tar,
  tarEntry,
} from "#test/support/archive-builder.ts";

const MIB = 1024 * 1024;

/** The paths of all files, each read. */
async function read(bytes: ArchiveBytes): Promise<readonly string[]> {
  const paths: string[] = [];
  for await (const { path } of readArchive(bytes, () => true)) paths.push(path);
  return paths;
}

function refused(bytes: Uint8Array, code: string, message = /./): Promise<void> {
  return assert.rejects(read([bytes]), { name: "ChartError", code, message });
}

function files(count: number, size: number): readonly TarItem[] {
  return Array.from({ length: count }, (_, index) => ({ name: `a/${index}`, content: new Uint8Array(size) }));
}

describe("files of an archive", () => {
  test("are told with their size, and their bytes if they are wanted", async () => {
    const bytes = chartArchive({ name: "a", chartYaml: null, files: { "one.txt": "1", "two.bin": "22" } });
    const found = [];
    for await (const file of readArchive([bytes], (path) => path === "two.bin")) found.push(file);
    assert.deepEqual(found, [
      { root: "a", path: "one.txt", size: 1, bytes: null },
      { root: "a", path: "two.bin", size: 2, bytes: new Uint8Array(Buffer.from("22")) },
    ]);
  });

  test("are not its folders and extension headers", async () => {
    const items = [
      paxHeader({ comment: "c" }, "g"),
      { name: "a/", type: "5" },
      paxHeader({ mtime: "1" }),
      { name: "a/b" },
    ];
    assert.deepEqual(await read([archive(items)]), ["b"]);
  });

  test("may stand in several gzip members", async () => {
    const whole = Buffer.from(tar([{ name: "a/b", content: "x".repeat(2000) }, { name: "a/c" }]));
    const members = [whole.subarray(0, 700), whole.subarray(700)].map((part) => gzipSync(part));
    assert.deepEqual(await read([Buffer.concat(members)]), ["b", "c"]);
    assert.deepEqual(await read(members), ["b", "c"]);
  });

  test("may be followed by zeros, with which tapes and some registries fill up", async () => {
    assert.deepEqual(await read([archive([{ name: "a/b" }]), new Uint8Array(100_000)]), ["b"]);
  });
});

describe("hostile archives are refused", () => {
  test("gzip bomb: 100 kB that unpack to 100 MiB of files", async () => {
    const bomb = archive(files(21, 5 * MIB - 1));
    assert.ok(bomb.length < 200_000);
    await refused(bomb, "too-large", /100 MiB together/);
  });

  test("gzip bomb behind the end mark, where no file is counted", async () => {
    const end = Buffer.concat([tar([{ name: "a/b" }]), Buffer.alloc(121 * MIB)]);
    await refused(gzipSync(end), "too-large");
  });

  test("gzip bomb in what nobody reads: the size of a file is refused before its content is unpacked", async () => {
    await refused(archive([{ name: "a/b", size: 2 ** 33 - 1 }]), "too-large", /5 MiB/);
  });

  test("a file of 5 MiB is the largest", async () => {
    assert.deepEqual(await read([archive(files(1, 5 * MIB))]), ["0"]);
    await refused(archive(files(1, 5 * MIB + 1)), "too-large", /5 MiB/);
  });

  test("endless entries: each costs a little memory", async () => {
    await refused(archive(files(10_001, 0)), "too-many-files");
    assert.equal((await read([archive(files(10_000, 0))])).length, 10_000);
  });

  test("endless folders and headers, which are no files", async () => {
    const folder = { name: "a/", type: "5" };
    await refused(archive(Array.from({ length: 10_001 }, () => folder)), "too-many-files");
    await refused(archive(Array.from({ length: 10_001 }, () => paxHeader({ a: "b" }))), "too-many-files");
  });

  const special: readonly [what: string, type: string][] = [
    ["symbolic link, which points to a file of whoever unpacks it", "2"],
    ["hard link", "1"],
    ["character device", "3"],
    ["block device", "4"],
    ["pipe, which never ends", "6"],
    ["sparse file", "S"],
    ["entry of a kind nobody knows", "Q"],
  ];
  for (const [what, type] of special) {
    test(what, () =>
      refused(archive([{ name: "a/README.md", type }]), "unsafe-path", /instead of a file: a\/README.md/),
    );
  }

  test("a path out of the folder, given by a PAX header over a harmless name", async () => {
    await refused(archive([paxHeader({ path: "a/../../b" }), { name: "a/b" }]), "unsafe-path", /leads out/);
  });

  test("a path of 100,000 characters in a PAX header", async () => {
    await refused(
      archive([paxHeader({ path: `a/${"b".repeat(100_000)}` }), { name: "a/b" }]),
      "unsafe-path",
      /too long/,
    );
  });

  test("one file twice: who reads sees the first, who installs gets the last", async () => {
    await refused(archive([{ name: "a/values.yaml" }, { name: "a/./values.yaml" }]), "duplicate-file");
  });

  test("two top folders: one for who looks, one for who installs", async () => {
    await refused(
      archive([{ name: "a/values.yaml" }, { name: "b/Chart.yaml" }]),
      "unsafe-path",
      /two top folders: a, b/,
    );
  });
});

describe("damaged archives are refused", () => {
  const whole = archive([{ name: "a/b", content: "x".repeat(5000) }]);
  const damaged: readonly [what: string, bytes: Uint8Array, code: string][] = [
    ["nothing", new Uint8Array(), "bad-archive"],
    ["something else", Buffer.from("<html>404</html>"), "not-gzip"],
    ["gzip of something else", gzipSync("<html>".repeat(200)), "bad-archive"],
    ["cut off", whole.subarray(0, -5), "bad-archive"],
    ["followed by something else", Buffer.concat([whole, Buffer.from("garbage")]), "not-gzip"],
    [
      "with a bit turned",
      whole.map((byte, index) => (index === whole.length - 6 ? byte ^ 1 : byte)),
      "not-gzip",
    ],
    [
      "cut off in the tar",
      gzipSync(tarEntry({ name: "a/b", content: "x".repeat(600) }).subarray(0, 800)),
      "bad-archive",
    ],
  ];
  for (const [what, bytes, code] of damaged) test(what, () => refused(bytes, code));
});

describe("the stream an archive comes in", () => {
  const bytes = archive([{ name: "a/b", content: "x" }]);

  /** A stream of `parts` that does `last` at its end, and a promise of when it was given back. */
  function stream(parts: readonly Uint8Array[], last: () => Promise<void>) {
    const { promise: closed, resolve: close } = Promise.withResolvers<void>();
    async function* source() {
      try {
        yield* parts;
        await last();
      } finally {
        close();
      }
    }
    return { closed, source: source() };
  }

  // A blob's digest is verified at its end: an archive that is not read to there was not verified.
  test("is read to its end although the tar archive ends before", async () => {
    let ended = false;
    const { source } = stream([bytes], async () => {
      await sleep(5);
      ended = true;
    });
    await read(source);
    assert.equal(ended, true);
  });

  test("that fails at its end fails the archive with its own error", async () => {
    const digestMismatch = new Error("wrong digest");
    const { source } = stream([bytes], () => Promise.reject(digestMismatch));
    await assert.rejects(read(source), digestMismatch);
  });

  test("is given back when the archive is refused", async () => {
    const { closed, source } = stream([archive([{ name: "/a" }]), bytes], () => sleep(5));
    await assert.rejects(read(source), { code: "unsafe-path" });
    await closed;
  });

  test("is given back when it is no gzip", async () => {
    const { closed, source } = stream([Buffer.from("not gzip"), bytes, bytes], () => sleep(5));
    await assert.rejects(read(source), { code: "not-gzip" });
    await closed;
  });

  test("is given back when the reader stops", async () => {
    const { closed, source } = stream([bytes], () => sleep(5));
    for await (const _ of readArchive(source, () => false)) break;
    await closed;
  });

  test("may fail while its reader is busy with a file", async () => {
    const failure = new Error("connection reset");
    const { source } = stream([bytes], async () => {
      await sleep(10);
      throw failure;
    });
    const reading = async () => {
      for await (const _ of readArchive(source, () => false)) await sleep(50);
    };
    await assert.rejects(reading(), failure);
  });

  test("may stall: who has refused the archive does not wait for it", async () => {
    const { source } = stream([archive([{ name: "/a" }])], () => new Promise(() => undefined));
    await assert.rejects(read(source), { code: "unsafe-path" });
  });

  test("is not read for ever", async () => {
    const noise = new Uint8Array(MIB);
    async function* endless() {
      yield bytes;
      for (;;) yield noise;
    }
    await assert.rejects(read(endless()), { code: "too-large" });
  });
});
