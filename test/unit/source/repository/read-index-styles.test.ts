import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { stringify } from "yaml";
import { readIndex } from "#lib/source/repository/read-index.ts";

const HEX = "0123456789abcdef".repeat(4);

/** Texts that look like what the reader looks for. */
const trap = fc.constantFrom(
  "entries:",
  "- version: 9.9.9",
  "version: 9.9.9\nurls:\n- x.tgz",
  "\n  - name: x\n\n",
  "# no comment",
  '{"entries": [',
  'it\'s "quoted": yes',
  "---\n...",
  "\ttab\r\n",
  "*alias &anchor !tag | > %",
  "",
);
const release = fc.record(
  {
    annotations: fc.dictionary(fc.constantFrom("version", "urls", "artifacthub.io/changes"), trap),
    description: trap,
    dependencies: fc.array(fc.record({ name: trap, version: trap, urls: fc.array(trap) }), { maxLength: 2 }),
    keywords: fc.array(trap, { maxLength: 3 }),
    digest: fc.constantFrom(HEX, ""),
    created: fc.constantFrom("2026-01-01T00:00:00Z", ""),
    version: fc
      .tuple(fc.nat(99), fc.nat(99), fc.constantFrom("", "-rc.1", "+b.2"))
      .map(([a, b, c]) => `${a}.${b}.0${c}`),
    urls: fc.array(
      fc.constantFrom("a.tgz", "https://x.example/a: b#c.tgz", "'q'.tgz", "oci://x.example/a:1"),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
  },
  { requiredKeys: ["version", "urls"] },
);
const index = fc.dictionary(
  fc.constantFrom("redis", "web-app", "entries", "a.b_c", "version", "urls"),
  fc.array(release, { maxLength: 4 }),
);

async function read(text: string, size: number) {
  async function* pieces() {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const entries = await Array.fromAsync(readIndex(pieces()));
  return entries.map((entry) => {
    assert.ok(entry.kind === "release", `${entry.chart}: ${"reason" in entry && entry.reason}\n${text}`);
    return [entry.chart, entry.tag, entry.url, entry.digest, entry.created];
  });
}

test("every style of YAML and JSON is read as a whole parser reads it", async () => {
  await fc.assert(
    fc.asyncProperty(
      index,
      fc.boolean(),
      fc.integer({ min: 1, max: 500 }),
      async (entries, indentSeq, size) => {
        const expected = Object.entries(entries).flatMap(([chart, releases]) =>
          releases.map(({ version, urls, digest, created }) => [
            chart,
            version.replace("+", "_"),
            urls[0],
            digest ? `sha256:${digest}` : null,
            created || null,
          ]),
        );
        const data = { apiVersion: "v1", annotations: { entries: "x" }, entries, generated: "now" };
        const options = { indentSeq, aliasDuplicateObjects: false } as const;
        const texts = [
          stringify(data, { ...options, lineWidth: 20 }),
          stringify(data, {
            ...options,
            indent: 4,
            lineWidth: 0,
            defaultKeyType: "QUOTE_DOUBLE",
            defaultStringType: "QUOTE_DOUBLE",
          }),
          stringify(data, { ...options, defaultStringType: "QUOTE_SINGLE" }),
          JSON.stringify(data),
          JSON.stringify(data, null, 2),
        ];
        for (const text of texts) assert.deepEqual(await read(text, size), expected, text);
      },
    ),
    { numRuns: 60 },
  );
});
