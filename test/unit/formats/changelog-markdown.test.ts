import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReleaseChanges } from "#lib/catalog/chart-relations.ts";
import { changedReleases, renderChangelog } from "#lib/formats/changelog-markdown.ts";
import { release, summary } from "../components/chart/releases.ts";

const { id } = release("data/redis", "2.0.0");
const newest = summary("2.0.0", { created: "2026-11-12T13:47:09Z", appVersion: "8.2" });
const said = (changes: ReleaseChanges["changes"]): ReleaseChanges => ({
  ...{ tag: newest.tag, changes, containsSecurityUpdates: true, prerelease: false },
});

test("a changelog has a section a release, with what its authors say", () => {
  const changes = [
    { kind: "fixed", description: "It `starts`.", links: [{ name: "why", url: "https://x.example/1" }] },
    { kind: null, description: "A plain line", links: [] },
  ] as const;
  assert.equal(
    renderChangelog(id, [newest, summary("1.0.0")], [said(changes)], "https://c.example"),
    `# Changes of data/redis

## [2.0.0](<https://c.example/charts/acme/data/redis@2.0.0>) (2026-11-12)

App version 8.2. Contains security updates.

- **fixed:** It \`starts\`. ([why](<https://x.example/1>))
- A plain line

## [1.0.0](<https://c.example/charts/acme/data/redis@1.0.0>)
`,
  );
});

test("an address cannot end before its end", () => {
  // Attack: the rest of the address would be a text of its own.
  const links = [{ name: "x", url: "https://x.example/>)[y](javascript:alert(1)" }];
  const text = renderChangelog(id, [newest], [said([{ kind: null, description: "a", links }])], "");
  assert.match(text, /\(<https:\/\/x\.example\/%3E\)/);
});

test("what is no version, and what could not be read, has none", () => {
  const versions = [summary("latest", { channel: "other" }), summary("1.0.0", { error: "cut off" }), newest];
  assert.deepEqual(
    changedReleases(versions).map(({ version }) => version),
    ["2.0.0"],
  );
});
