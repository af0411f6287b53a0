// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${NAME}` is the notation of the configuration file
import assert from "node:assert/strict";
import path from "node:path";
import { describe, test } from "node:test";
import { FILES, parse, problemsOf, remedyOf, sourceWith } from "./parse-text.ts";

describe("a configuration file", () => {
  test("with every key there is", () => {
    const text = `
sources:
  - name: acme
    registry: https://registry.acme.dev:8443
    vendor: harbor
    include: ["team-*/charts/**"]
    exclude: ["team-x/**"]
    repositories: ["ns/app"]
    credentials: { username: \${ACME_USER}, password: \${ACME_PASSWORD} }
    access: public
    ca: ./ca.pem
    interval: 90s
    events: { secret: \${ACME_EVENTS} }
  - name: local
    registry: http://127.0.0.1:5000
    plainHttp: true
    credentials:
      username: robot
      passwordFile: ./password
`;
    const parsed = parse(text, { ACME_USER: "ann", ACME_PASSWORD: "a: #b\n}", ACME_EVENTS: "e".repeat(16) });
    assert.deepEqual(parsed, {
      sources: [
        {
          id: "acme",
          kind: "registry",
          registry: new URL("https://registry.acme.dev:8443"),
          vendor: "harbor",
          include: ["team-*/charts/**"],
          exclude: ["team-x/**"],
          repositories: ["ns/app"],
          credentials: { username: "ann", password: "a: #b\n}" },
          access: "public",
          ca: FILES["./ca.pem"],
          intervalMs: 90_000,
          eventSecret: "e".repeat(16),
        },
        {
          id: "local",
          kind: "registry",
          registry: new URL("http://127.0.0.1:5000"),
          vendor: null,
          include: [],
          exclude: [],
          repositories: null,
          credentials: { username: "robot", password: "s3cret" },
          access: "public",
          ca: null,
          intervalMs: 300_000,
          eventSecret: null,
        },
      ],
    });
  });

  test("with a chart repository and a layout folder", () => {
    const parsed = parse(`
sources:
  - { name: web, repository: https://charts.example.com/stable, credentials: { username: a, password: b } }
  - { name: carried, layout: ./carried, repositories: [team/redis] }
`);
    assert.ok("sources" in parsed);
    assert.deepEqual(
      parsed.sources.map(({ id, kind, ...rest }) => [id, kind, "repository" in rest && rest.repository.href]),
      [
        ["web", "repository", "https://charts.example.com/stable/"],
        ["carried", "layout", false],
      ],
    );
    const carried = parsed.sources[1];
    assert.ok(carried?.kind === "layout");
    assert.deepEqual([carried.layout, carried.writtenAs], [path.resolve("carried"), "./carried"]);
  });

  test("names every problem at once, in the order of the file", () => {
    const text = `sources:
  - name: Acme Inc
    registry: registry.acme.dev
    credentials: { username: \${ACME_USER} }
    interval: 3d
  - name: twice
    registry: http://127.0.0.1:5000
    access: sign-in
  - name: twice
    registy: https://registry.example.com
    ca: ./missing.pem
`;
    assert.deepEqual(problemsOf(text), [
      "chartroom.yaml:2:11: this is no short name",
      "chartroom.yaml:3:15: this is not the https:// address of a registry",
      "chartroom.yaml:4:18: `credentials` needs one of `password` and `passwordFile`",
      "chartroom.yaml:4:30: the environment variable ACME_USER is not set",
      "chartroom.yaml:5:15: this is no time between 10s and 168h",
      "chartroom.yaml:7:15: http:// sends everything unencrypted, passwords included",
      "chartroom.yaml:8:13: viewers cannot sign in yet",
      "chartroom.yaml:9:5: `registry` is missing",
      "chartroom.yaml:9:11: another source above has the same name",
      "chartroom.yaml:10:5: `registy` is no key that Chartroom knows",
      "chartroom.yaml:11:9: this file cannot be read (ENOENT)",
    ]);
  });

  const wrong: readonly (readonly [what: string, text: string, problems: readonly string[]])[] = [
    ["empty", "", ["chartroom.yaml:1:1: `sources` is missing"]],
    ["a comment alone", "# nothing yet\n", ["chartroom.yaml:1:1: `sources` is missing"]],
    ["a list", "- name: acme\n", ["chartroom.yaml:1:1: the file must be a mapping of keys to values"]],
    ["without a source", "sources: []\n", ["chartroom.yaml:1:10: `sources` is empty"]],
    [
      "a source that is a word",
      "sources: [acme]\n",
      ["chartroom.yaml:1:11: an entry of `sources` must be a mapping of keys to values"],
    ],
    [
      "a number for a name",
      "sources:\n  - name: 7\n    registry: https://a.example\n",
      ["chartroom.yaml:2:11: `name` must be text"],
    ],
    [
      "a path behind the host",
      sourceWith("plainHttp: false").replace("example.com", "example.com/team"),
      ["chartroom.yaml:3:15: this address has a path, and a registry is a host"],
    ],
    [
      "a registry and more in one source",
      sourceWith("repository: https://charts.example.com", "layout: ./carried"),
      [
        "chartroom.yaml:4:5: `repository` and `registry` stand in one source",
        "chartroom.yaml:5:5: `layout` and `registry` stand in one source",
      ],
    ],
    [
      "a chart repository by its file, by HTTP, or with a password",
      `sources:
  - { name: a, repository: https://charts.example.com/index.yaml }
  - { name: b, repository: http://charts.example.com }
  - { name: c, repository: https://ann:s3cret@charts.example.com }
  - { name: d, repository: charts.example.com }
`,
      [
        "chartroom.yaml:2:28: this is not the folder of an index.yaml",
        "chartroom.yaml:3:28: http:// sends everything unencrypted, passwords included",
        "chartroom.yaml:4:28: this address holds a user name or password",
        "chartroom.yaml:5:28: this is not the https:// address of a chart repository",
      ],
    ],
    [
      "what says nothing about a folder or a chart repository",
      "sources:\n  - { name: b, repository: https://a.example, vendor: quay }\n  - { name: a, layout: ./carried, plainHttp: true, ca: ./ca.pem, credentials: { username: a, password: b } }\n",
      [
        "chartroom.yaml:2:47: `vendor` says nothing beside `repository`",
        "chartroom.yaml:3:35: `plainHttp` says nothing beside `layout`",
        "chartroom.yaml:3:52: `ca` says nothing beside `layout`",
        "chartroom.yaml:3:66: `credentials` says nothing beside `layout`",
      ],
    ],
    [
      "a password in the address",
      sourceWith("plainHttp: false").replace("registry.e", "ann:s3cret@registry.e"),
      ["chartroom.yaml:3:15: this address holds a user name or password"],
    ],
    [
      "oci:// for https://",
      "sources:\n  - { name: a, registry: oci://a.example }\n",
      ["chartroom.yaml:2:26: this is not the https:// address of a registry"],
    ],
    [
      "quotes around a boolean",
      sourceWith('plainHttp: "true"'),
      ["chartroom.yaml:4:16: `plainHttp` must be true or false"],
    ],
    ["a word for a list", sourceWith("include: team/**"), ["chartroom.yaml:4:14: `include` must be a list"]],
    [
      "an entry of a list",
      sourceWith("repositories: [good/name, Bad Name, 7]"),
      [
        "chartroom.yaml:4:31: this is no repository name",
        "chartroom.yaml:4:41: an entry of `repositories` must be text",
      ],
    ],
    [
      "two passwords",
      sourceWith("credentials: { username: a, password: b, passwordFile: ./password }"),
      ["chartroom.yaml:4:18: `credentials` needs one of `password` and `passwordFile`"],
    ],
    [
      "a certificate that is none",
      sourceWith("ca: ./password"),
      ["chartroom.yaml:4:9: this file holds no certificate"],
    ],
    [
      "an interval of a second",
      sourceWith("interval: 1s"),
      ["chartroom.yaml:4:15: this is no time between 10s and 168h"],
    ],
    [
      "a secret that can be guessed",
      sourceWith("events: { secret: fifteen-letters }"),
      ["chartroom.yaml:4:23: this secret is too short"],
    ],
    [
      "a key of events there is not",
      sourceWith("events: { secret: a-secret-of-events, token: x }"),
      ["chartroom.yaml:4:43: `token` is no key that Chartroom knows"],
    ],
    [
      "an access there is not",
      sourceWith("access: private"),
      ["chartroom.yaml:4:13: `access` can be nothing but public yet"],
    ],
    [
      "a key of a later version",
      sourceWith("keys: [./acme.asc]"),
      ["chartroom.yaml:4:5: `keys` is not supported yet"],
    ],
    [
      "a vendor there is not",
      sourceWith("vendor: harbour"),
      ["chartroom.yaml:4:13: this is no product that Chartroom can list"],
    ],
  ];
  for (const [what, text, problems] of wrong) {
    test(`${what} is refused`, () => assert.deepEqual(problemsOf(text), problems));
  }

  test("of an unknown key the nearest known one is told, or else all there are", () => {
    assert.equal(remedyOf(sourceWith("plainhttp: true")), "did you mean `plainHttp`?");
    assert.equal(
      remedyOf(sourceWith("credentials: { user: a, username: a, password: b }")),
      "did you mean `username`?",
    );
    assert.equal(
      remedyOf("source: []\nsources: [{ name: a, registry: https://a.example }]"),
      "did you mean `sources`?",
    );
    assert.match(
      remedyOf(sourceWith("colour: red")) ?? "",
      /^possible here: name, registry, repository, layout, vendor, include/,
    );
  });

  test("every problem comes with a remedy", () => {
    for (const [what, text] of wrong) {
      const parsed = parse(text);
      assert.ok("problems" in parsed, what);
      for (const problem of parsed.problems) assert.notEqual(problem.remedy, "", problem.message);
    }
  });
});

describe("YAML that is none", () => {
  const broken: readonly (readonly [what: string, text: string, problems: readonly string[]])[] = [
    [
      "a bracket that is not closed",
      "sources:\n  - { name: acme\n",
      ["chartroom.yaml:3:1: the indentation does not fit, or a bracket before is not closed"],
    ],
    ["a tab", "sources:\n\t- name: acme\n", ["chartroom.yaml:2:1: a tab is used to indent"]],
    [
      "a key twice",
      "sources:\n  - name: a\n    name: b\n    registry: https://a.example\n    registry: https://b.example\n",
      ["chartroom.yaml:3:5: this key stands here twice", "chartroom.yaml:5:5: this key stands here twice"],
    ],
    [
      "a glob without quotes",
      "sources:\n  - include: [*-charts/web]\n",
      ["chartroom.yaml:2:15: `*` refers to an anchor that does not exist"],
    ],
  ];
  for (const [what, text, problems] of broken) {
    test(`${what} is told with its place, and nothing else is`, () =>
      assert.deepEqual(problemsOf(text), problems));
  }
});
