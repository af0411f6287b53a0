import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { parse } from "yaml";
import type { ListedRelease } from "#lib/catalog/source-listing.ts";
import { parseChartMetadata } from "#lib/chart/parse-metadata.ts";
import { renderHelmIndex } from "#lib/formats/helm-index.ts";
import type { Digest, RepositoryName, Tag } from "#lib/oci/reference.ts";

function release(name: string, version: string, more: Partial<ListedRelease> = {}): ListedRelease {
  return {
    repository: `team/${name}` as RepositoryName,
    tag: version as Tag,
    version,
    created: null,
    digest: `sha256:${"a".repeat(64)}` as Digest,
    address: null,
    metadata: parseChartMetadata(`name: ${name}\nversion: ${version}`),
    ...more,
  };
}

async function render(...releases: readonly ListedRelease[]): Promise<string> {
  async function* all() {
    yield* releases;
  }
  const pieces = await Array.fromAsync(
    renderHelmIndex(all(), ({ repository, tag }) => `${repository}:${tag}`),
  );
  return pieces.join("");
}

describe("an index for Helm", () => {
  test("has one line a version, the newest first, and nothing a chart does not say", async () => {
    const text = await render(release("a", "1.9.0"), release("a", "1.10.0"), release("b", "1.0.0"));
    const entry = (name: string, version: string) =>
      `{"apiVersion":"v1","name":"${name}","version":"${version}","type":"application",` +
      `"digest":"${"a".repeat(64)}","urls":["team/${name}:${version}"]}`;
    const [a10, a9, b1] = [entry("a", "1.10.0"), entry("a", "1.9.0"), entry("b", "1.0.0")];
    const expected = `{"apiVersion":"v1","entries":{\n"a":[\n${a10},\n${a9}\n],\n"b":[\n${b1}\n]\n}}\n`;
    assert.equal(text, expected);
  });

  test("of nothing is an index without entries", async () => {
    assert.deepEqual(parse(await render()), { apiVersion: "v1", entries: {} });
  });

  test("has the first of two with one name and version", async () => {
    const other = release("a", "1.0.0", { repository: "z/a" as RepositoryName });
    const index = parse(await render(release("a", "1.0.0"), other));
    assert.deepEqual(
      index.entries.a.map(({ urls }: { urls: readonly string[] }) => urls),
      [["team/a:1.0.0"]],
    );
  });

  test("is sent while it is read, however much one chart has to say", async () => {
    let read = 0;
    async function* endless() {
      const { metadata } = release("a", "1.0.0");
      const long = { ...metadata, annotations: { changes: "x".repeat(1_000_000) } };
      for (; read < 1_000; read += 1) yield release("a", `1.${read}.0`, { metadata: long });
    }
    let sent = 0;
    for await (const piece of renderHelmIndex(endless(), () => "")) {
      sent += piece.length;
      if (sent > 1_000_000) break;
    }
    assert.ok(read < 20, `${read} MB were held`);
  });

  test("is the same to readers of YAML and of JSON, whatever people write into a chart", async () => {
    const text = fc.string({ unit: "binary" });
    await fc.assert(
      fc.asyncProperty(text, fc.dictionary(text, text), async (description, annotations) => {
        const { metadata } = release("a", "1.0.0");
        const hostile = { ...metadata, description, annotations };
        const rendered = await render(release("a", "1.0.0", { metadata: hostile }));
        const entry = parse(rendered, { version: "1.1" }).entries.a[0];
        assert.equal(entry.description ?? "", description.toWellFormed());
        assert.deepEqual(entry, JSON.parse(rendered).entries.a[0]);
        assert.doesNotMatch(rendered, /(?!\n)[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u);
      }),
    );
  });

  test("half of a character and what follows a backslash stay apart", async () => {
    const { metadata } = release("a", "1.0.0");
    const description = "\ud800 \\ud800 \\\ud800";
    const rendered = await render(release("a", "1.0.0", { metadata: { ...metadata, description } }));
    assert.equal(parse(rendered).entries.a[0].description, "\ufffd \\ud800 \\\ufffd");
  });
});
