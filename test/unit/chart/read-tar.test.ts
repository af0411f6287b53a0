import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { describe, test } from "node:test";
import { pack } from "tar-stream";
import { readTar } from "#lib/chart/read-tar.ts";
import { paxHeader, TAR_END, type TarItem, tar, tarEntry } from "#test/support/archive-builder.ts";

const FILE: TarItem = { name: "a/file", content: "content" };

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** `kind name: content` of each entry. */
async function read(bytes: Uint8Array, chunkSize = 700): Promise<readonly string[]> {
  const entries: string[] = [];
  for await (const { kind, name, content } of readTar(inChunks(bytes, chunkSize), 1000)) {
    entries.push(`${kind} ${name}: ${Buffer.from(await content())}`);
  }
  return entries;
}

describe("a tar archive is read whoever packed it", () => {
  const long = `${"folder/".repeat(20)}file-with-ümlaut`;

  test("tar-stream", async () => {
    const archive = pack();
    archive.entry({ name: "a/short" }, "one");
    archive.entry({ name: long }, "two");
    archive.entry({ name: "a/folder", type: "directory" });
    archive.finalize();
    assert.deepEqual(await read(await buffer(archive)), [
      "file a/short: one",
      `file ${long}: two`,
      "directory a/folder: ",
    ]);
  });

  for (const format of ["v7", "ustar", "gnu", "pax"]) {
    test(`GNU tar, ${format}`, () => {
      const folder = mkdtempSync(join(tmpdir(), "chartroom-tar-"));
      try {
        // The formats before PAX hold no name that long.
        const name = format === "v7" ? "short" : `${"folder/".repeat(15)}file`;
        mkdirSync(join(folder, name, ".."), { recursive: true });
        writeFileSync(join(folder, name), "x".repeat(2000));
        const bytes = execFileSync("tar", ["--create", `--format=${format}`, "--directory", folder, name]);
        return read(bytes).then((entries) =>
          assert.deepEqual(entries, [`file ${name}: ${"x".repeat(2000)}`]),
        );
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }

  test("in chunks of any size", async () => {
    const bytes = tar([FILE, { name: "a/empty" }, { name: "a/large", content: "y".repeat(3000) }]);
    const whole = await read(bytes, bytes.length);
    assert.equal(whole.length, 3);
    for (const size of [1, 511, 512, 513]) assert.deepEqual(await read(bytes, size), whole);
  });

  test("without an end mark", async () => {
    assert.deepEqual(await read(tarEntry(FILE)), ["file a/file: content"]);
  });

  test("content that nobody asks for is skipped", async () => {
    const names: string[] = [];
    for await (const { name } of readTar(inChunks(tar([FILE, FILE]), 700), 10)) names.push(name);
    assert.deepEqual(names, ["a/file", "a/file"]);
  });

  test("a size in base 256", async () => {
    const entry = Buffer.from(tarEntry({ name: "a/file", content: "seven b" }));
    entry.fill(0, 124, 136);
    entry.writeUInt8(0x80, 124);
    entry.writeUInt8(7, 135);
    entry.fill(" ", 148, 156);
    const sum = entry.subarray(0, 512).reduce((total, byte) => total + byte, 0);
    entry.write(sum.toString(8).padStart(6, "0"), 148);
    assert.deepEqual(await read(entry), ["file a/file: seven b"]);
  });
});

// Each of these would show other files here than Helm installs.
describe("a tar archive is read as Go reads it", () => {
  test("a global PAX header renames nothing", async () => {
    const bytes = tar([
      paxHeader({ path: "a/README.md", size: "0" }, "g"),
      paxHeader({ mtime: "1" }),
      { name: "a/templates/job.yaml", content: "x" },
    ]);
    assert.deepEqual(await read(bytes), ["file a/templates/job.yaml: x"]);
  });

  test("a global PAX header between a PAX header and its entry takes it back", async () => {
    const bytes = tar([paxHeader({ path: "a/other" }), paxHeader({ comment: "c" }, "g"), FILE]);
    assert.deepEqual(await read(bytes), ["file a/file: content"]);
  });

  test("nothing behind the end mark is an entry", async () => {
    const bytes = Buffer.concat([tar([FILE]), tar([{ name: "a/hidden" }])]);
    assert.deepEqual(await read(bytes), ["file a/file: content"]);
  });

  test("a PAX header says name and size of the next entry only", async () => {
    const bytes = tar([paxHeader({ path: "a/long", size: "7" }), { ...FILE, size: 0 }, FILE]);
    assert.deepEqual(await read(bytes), ["file a/long: content", "file a/file: content"]);
  });

  test("the GNU name wins over the PAX name, counts once, and counts for nothing if it is empty", async () => {
    const gnu = (content: string) => ({ name: "././@LongLink", type: "L", content });
    assert.deepEqual(await read(tar([gnu("a/gnu\0"), paxHeader({ path: "a/pax" }), FILE])), [
      "file a/gnu: content",
    ]);
    assert.deepEqual(await read(tar([gnu("a/gnu\0"), FILE, FILE])), [
      "file a/gnu: content",
      "file a/file: content",
    ]);
    assert.deepEqual(await read(tar([gnu("\0"), FILE])), ["file a/file: content"]);
  });

  test("links, devices and folders have no content, whatever size they declare", async () => {
    const bytes = tar([
      { name: "a/link", type: "2", size: 512 },
      { name: "a/device", type: "3", size: 512 },
      { name: "a/folder", type: "5", size: 512 },
      FILE,
    ]);
    assert.deepEqual(await read(bytes), [
      "link a/link: ",
      "device a/device: ",
      "directory a/folder: ",
      "file a/file: content",
    ]);
  });

  test("the prefix of a name counts in ustar only", async () => {
    assert.deepEqual(await read(tar([{ name: "b", prefix: "a" }])), ["file a/b: "]);
    assert.deepEqual(await read(tar([{ name: "b", prefix: "a", magic: "ustar  \0" }])), ["file b: "]);
  });
});

describe("a damaged tar archive is refused", () => {
  const damaged: readonly [what: string, bytes: Uint8Array][] = [
    ["a wrong checksum", tar([{ ...FILE, checksum: 1 }])],
    ["a size that is no number", tar([{ ...FILE, size: Number.NaN }])],
    ["a size beyond what is there", tar([{ ...FILE, size: 5000 }])],
    ["half a header", tarEntry(FILE).subarray(0, 100)],
    ["half a file", tarEntry(FILE).subarray(0, 515)],
    ["a single block of zeros in the middle", Buffer.concat([TAR_END.subarray(512), tarEntry(FILE)])],
    ["a PAX record shorter than its own length", tar([{ ...paxHeader({}), content: "1 a=b\n" }, FILE])],
    ["a PAX record longer than the header", tar([{ ...paxHeader({}), content: "99 a=b\n" }, FILE])],
    ["a PAX record without a line end", tar([{ ...paxHeader({}), content: "6 a=bc" }, FILE])],
    ["a negative PAX size", tar([paxHeader({ size: "-1" }), FILE])],
    [
      "a sparse file, whose name and content stand elsewhere",
      tar([paxHeader({ "GNU.sparse.name": "a/b" }), FILE]),
    ],
    ["a header of the star format", tar([{ ...FILE, trailer: "tar\0" }])],
    // Go's limit; the name of an archive's file is held in memory.
    [
      "a name of more than a mebibyte",
      tar([{ name: "long", type: "L", content: "a".repeat(2 ** 20 + 1) }, FILE]),
    ],
  ];
  for (const [what, bytes] of damaged) {
    test(what, async () => {
      await assert.rejects(read(bytes), { name: "ChartError", code: "bad-archive" });
    });
  }

  test("more headers than allowed, of any kind", async () => {
    const bytes = tar([paxHeader({ a: "b" }), paxHeader({ a: "b" }), FILE]);
    const readAll = async (limit: number) => {
      for await (const _ of readTar(inChunks(bytes, 700), limit));
    };
    await readAll(3);
    await assert.rejects(readAll(2), { code: "too-many-files" });
  });

  test("the stream is given back when the reader stops", async () => {
    let closed = false;
    async function* bytes() {
      try {
        yield tar([FILE, FILE]);
      } finally {
        closed = true;
      }
    }
    for await (const _ of readTar(bytes(), 10)) break;
    assert.equal(closed, true);
  });
});
