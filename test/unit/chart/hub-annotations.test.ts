import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type HubAnnotations, readHubAnnotations } from "#lib/chart/hub-annotations.ts";

/** All sixteen, as their definition has them. */
const VALID: Readonly<Record<string, string>> = {
  alternativeName: "kv-store",
  category: "database",
  changes: `
- Fixed a typo
- kind: added
  description: Cool feature
  links:
    - name: Issue
      url: https://github.com/issue
- description: Without a kind
`,
  containsSecurityUpdates: "true",
  crds: `
- kind: Redis
  version: v1
  name: redises.db.example
  displayName: A Redis
  description: Runs it
`,
  crdsExamples: "- apiVersion: db.example/v1\n  kind: Redis\n  spec: {size: 010}\n",
  images:
    "- name: redis\n  image: docker.io/redis:7\n  platforms: [linux/amd64]\n  whitelisted: true\n- image: b\n",
  license: "Apache-2.0",
  links: "- name: support\n  url: https://example.com/support\n",
  maintainers: "- name: Jane\n  email: jane@example.com\n",
  operator: "false",
  operatorCapabilities: "Seamless Upgrades",
  prerelease: "1",
  recommendations: "- url: https://artifacthub.io/packages/helm/a/b\n",
  screenshots: "- title: Home\n  url: https://example.com/a.png\n",
  signKey: "fingerprint: C874\nurl: https://keybase.io/a.asc\n",
};

const READ: HubAnnotations = {
  alternativeName: "kv-store",
  category: "database",
  changes: [
    { kind: null, description: "Fixed a typo", links: [] },
    {
      kind: "added",
      description: "Cool feature",
      links: [{ name: "Issue", url: "https://github.com/issue" }],
    },
    { kind: null, description: "Without a kind", links: [] },
  ],
  containsSecurityUpdates: true,
  crds: [
    {
      kind: "Redis",
      version: "v1",
      name: "redises.db.example",
      displayName: "A Redis",
      description: "Runs it",
    },
  ],
  crdsExamples: [
    { kind: "Redis", resource: { apiVersion: "db.example/v1", kind: "Redis", spec: { size: "010" } } },
  ],
  images: [
    { name: "redis", image: "docker.io/redis:7", platforms: ["linux/amd64"], whitelisted: true },
    { name: null, image: "b", platforms: [], whitelisted: false },
  ],
  license: "Apache-2.0",
  links: [{ name: "support", url: "https://example.com/support" }],
  maintainers: [{ name: "Jane", email: "jane@example.com" }],
  operator: false,
  operatorCapabilities: "seamless upgrades",
  prerelease: true,
  recommendations: ["https://artifacthub.io/packages/helm/a/b"],
  screenshots: [{ title: "Home", url: "https://example.com/a.png" }],
  signKey: { fingerprint: "C874", url: "https://keybase.io/a.asc" },
  invalid: [],
};

/** 9^9 values for whoever writes the one example out. */
const BOMB = `${Array.from({ length: 9 }, (_, i) => `- &a${i + 1} [${`${i === 0 ? "x" : `*a${i}`},`.repeat(9)}]`).join("\n")}
- kind: Redis
  spec: *a9
`;

const NONE = readHubAnnotations({});

function read(annotations: Readonly<Record<string, string>>): HubAnnotations {
  const entries = Object.entries(annotations).map(([name, text]) => [`artifacthub.io/${name}`, text]);
  return readHubAnnotations(Object.fromEntries(entries));
}

test("all sixteen are understood", () => {
  assert.equal(Object.keys(VALID).length, 16);
  assert.deepEqual(read(VALID), READ);
});

test("none of them is needed", () => {
  assert.ok(
    Object.values(NONE).every((value) => value === null || (Array.isArray(value) && value.length === 0)),
  );
});

describe("an invalid one costs only itself", () => {
  const wrong: readonly (readonly [name: string, text: string, reason: RegExp])[] = [
    ["category", "games", /none of ai-machine-learning, database/],
    ["changes", "[", /not YAML/],
    ["changes", "a: b", /not a list/],
    ["containsSecurityUpdates", "yes!", /neither true nor false/],
    ["crds", "- kind: Redis\n", /number 1/],
    ["crdsExamples", "- apiVersion: v1\n", /number 1/],
    ["images", "- docker.io/redis:7\n", /number 1/],
    ["links", "- name: a\n  url: javascript:alert(1)\n", /number 1/],
    ["maintainers", "- name: Jane\n", /number 1/],
    ["operator", "maybe", /neither true nor false/],
    ["operatorCapabilities", "flying", /none of basic install/],
    ["prerelease", "[]", /neither true nor false/],
    ["recommendations", "- https://artifacthub.io\n", /number 1/],
    ["screenshots", "- url: data:image/png;base64,AA\n  title: a\n", /number 1/],
    ["signKey", "fingerprint: C874\n", /no url/],
    ["signKey", "[]", /no url/],
    ["crds", `${"[".repeat(5_000)}`, /nested too deeply/],
    ["crdsExamples", BOMB, /alias/i],
  ];
  for (const [name, text, reason] of wrong) {
    test(`${name}: ${text.slice(0, 40)}`, () => {
      const { invalid, ...rest } = read({ ...VALID, [name]: text });
      const { invalid: _, ...valid } = READ;
      assert.deepEqual(rest, { ...valid, [name]: NONE[name as keyof HubAnnotations] });
      assert.deepEqual(
        invalid.map(({ annotation }) => annotation),
        [`artifacthub.io/${name}`],
      );
      assert.match(invalid[0]?.reason ?? "", reason);
    });
  }

  test("and an item of a list only that item", () => {
    const { changes, invalid } = read({ changes: "- one\n- kind: broken\n  description: two\n- three\n" });
    assert.deepEqual(
      changes.map(({ description }) => description),
      ["one", "three"],
    );
    assert.match(invalid[0]?.reason ?? "", /number 2/);
  });
});
