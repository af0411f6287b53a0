import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findDockerLogin, loginFiles } from "#lib/config/docker-logins.ts";
import { parseConfig } from "#lib/config/parse-config.ts";

const HELM = "/home/ann/.config/helm/registry/config.json";
const DOCKER = "/home/ann/.docker/config.json";
const HOME = { HOME: "/home/ann" };
const ANN = { username: "ann", password: "a:b" };
const base64 = (text: string) => Buffer.from(text).toString("base64");

/** Reads files from memory; one that is an error code cannot be read. */
function readerOf(files: Readonly<Record<string, unknown>>) {
  return (name: string) => {
    const content = files[name] ?? "ENOENT";
    if (typeof content === "object") return JSON.stringify(content);
    if (/^E[A-Z]+$/.test(String(content))) throw Object.assign(new Error("no"), { code: content });
    return String(content);
  };
}

/** What is found for an address in Docker's file. */
function found(file: unknown, address = "https://registry.example.com") {
  const place = { files: loginFiles(HOME), address: new URL(address) };
  return findDockerLogin(place, readerOf({ [DOCKER]: file }));
}

/** The message about Docker's file; fails if there are credentials. */
function messageOf(file: unknown): string {
  const login = found(file);
  assert.ok("message" in login, "credentials were found");
  assert.ok(login.remedy.length > 10);
  return login.message;
}

describe("an entry of Docker's file", () => {
  test("holds name and password together, or each for itself", () => {
    const auth = base64("ann:a:b");
    assert.deepEqual(found({ auths: { "registry.example.com": { auth } } }), ANN);
    assert.deepEqual(found({ auths: { "registry.example.com": { auth: base64("ann:a:b\0\0") } } }), ANN);
    assert.deepEqual(found({ auths: { "registry.example.com": { ...ANN } } }), ANN);
  });

  test("holds an identity token, which outweighs the name beside it", () => {
    const entry = { auth: base64("ann:"), identitytoken: "refresh" };
    assert.deepEqual(found({ auths: { "registry.example.com": entry } }), { identityToken: "refresh" });
  });

  for (const key of [
    "https://registry.example.com",
    "https://registry.example.com/v2/",
    "registry.example.com:443",
    "Registry.Example.com",
  ]) {
    test(`called ${key} is the host's`, () => {
      assert.deepEqual(found({ auths: { [key]: ANN } }), ANN);
    });
  }

  for (const key of [
    "example.com",
    ".example.com",
    "*.example.com",
    "evil-registry.example.com",
    "registry.example.com.evil.dev",
    "registry.example.com:5000",
    "registry.example.com/team",
    "https://registry.example.com@evil.dev",
    "https://bob@registry.example.com",
    "https://evil.dev/registry.example.com",
    "__proto__",
    "",
  ]) {
    test(`called ${JSON.stringify(key)} is another's`, () => {
      assert.match(messageOf({ auths: { [key]: ANN } }), /^neither Helm nor Docker is signed in to/);
    });
  }

  test("of Docker Hub goes by all of its names, and by no other", () => {
    const auths = { "https://index.docker.io/v1/": ANN };
    for (const host of ["docker.io", "index.docker.io", "registry-1.docker.io"]) {
      assert.deepEqual(found({ auths }, `https://${host}`), ANN);
    }
    assert.ok("message" in found({ auths }, "https://hub.docker.io"));
  });
});

describe("the helper of a host", () => {
  test("outweighs the helper of all hosts, and that what stands in the file", () => {
    const file = {
      auths: { "registry.example.com": ANN },
      credHelpers: { "registry.example.com": "ecr-login" },
      credsStore: "pass",
    };
    assert.deepEqual(found(file), { helper: "ecr-login", server: "registry.example.com" });
    assert.deepEqual(found({ ...file, credHelpers: { "example.com": "ecr-login" } }), {
      helper: "pass",
      server: "registry.example.com",
    });
    assert.deepEqual(found({ credsStore: "pass" }, "https://docker.io"), {
      helper: "pass",
      server: "https://index.docker.io/v1/",
    });
  });

  for (const name of ["../evil", "a/b", "-rf", "a b", "a;b", "a\nb", "$(id)", "x".repeat(65)]) {
    test(`is not ${JSON.stringify(name)}`, () => {
      assert.match(messageOf({ credsStore: name }), /names a credential helper that cannot be one/);
      assert.match(
        messageOf({ credHelpers: { "registry.example.com": name } }),
        /names a credential helper that cannot be one/,
      );
    });
  }
});

describe("the files", () => {
  const inHelm = { auths: { "registry.example.com": { username: "helm", password: "h" } } };
  const inDocker = { auths: { "registry.example.com": ANN, "other.example.com": ANN } };

  test("are Helm's, then Docker's, where they lie by themselves or are said to", () => {
    const files = { [HELM]: inHelm, [DOCKER]: inDocker, "/h.json": inDocker, "/d/config.json": inHelm };
    const name = (env: Record<string, string>, host = "registry") => {
      const place = { files: loginFiles(env), address: new URL(`https://${host}.example.com`) };
      const login = findDockerLogin(place, readerOf(files));
      return "username" in login ? login.username : login;
    };
    assert.equal(name(HOME), "helm");
    assert.equal(name(HOME, "other"), "ann");
    assert.equal(name({ ...HOME, HELM_REGISTRY_CONFIG: "/h.json" }), "ann");
    assert.equal(name({ DOCKER_CONFIG: "/d" }), "helm");
  });

  test("that do not know the host are told of, with the command that helps", () => {
    const login = found({ auths: { "registry.example.com": {} } });
    assert.deepEqual(login, {
      message: "neither Helm nor Docker is signed in to registry.example.com",
      remedy:
        "run `helm registry login registry.example.com` or `docker login registry.example.com` as the user Chartroom " +
        `runs as; looked in ${HELM} and ${DOCKER}`,
    });
  });

  const useless: readonly (readonly [what: string, file: unknown, message: RegExp])[] = [
    ["cannot be read", "EACCES", /config\.json cannot be read \(EACCES\)$/],
    ["is no JSON", "{", /is no configuration of Docker or Helm$/],
    ["is a list", [], /is no configuration of Docker or Helm$/],
    ["has a list of hosts", { auths: ["s3cret"] }, /is no configuration of Docker or Helm$/],
    ["has no end", `{"auths":{"a":{"auth":"${"A".repeat(1024 * 1024)}"}}}`, /is no configuration of/],
    [
      "has a word as entry",
      { auths: { "registry.example.com": "s3cret" } },
      /holds no user name and password$/,
    ],
    ["has a number", { auths: { "registry.example.com": { auth: 5 } } }, /holds no user name and password$/],
    ["has no colon", { auths: { "registry.example.com": { auth: base64("s3cret") } } }, /holds no user name/],
    ["has no password", { auths: { "registry.example.com": { username: "s3cret" } } }, /holds no user name/],
  ];
  for (const [what, file, message] of useless) {
    test(`one that ${what} is told of, without what it holds`, () => {
      assert.match(messageOf(file), message);
      assert.doesNotMatch(JSON.stringify(found(file)), /s3cret/);
    });
  }
});

describe("credentials: docker", () => {
  const text = (first: string) => `sources:
  - { name: a, registry: https://registry.example.com, credentials: ${first} }
  - { name: b, registry: https://nobody.example.com, credentials: docker }
  - { name: c, repository: https://registry.example.com/charts, credentials: docker }
  - { name: d, registry: https://registry.example.com }
`;
  const parse = (written: string) =>
    parseConfig({
      text: written,
      fileName: "chartroom.yaml",
      env: HOME,
      readText: readerOf({
        [DOCKER]: { auths: { "registry.example.com": ANN }, credHelpers: { "nobody.example.com": "none" } },
      }),
    });

  test("takes them for the sources that say so", () => {
    const parsed = parse(text("docker"));
    assert.ok("sources" in parsed);
    const place = (address: string) => ({ files: [HELM, DOCKER], address: new URL(address) });
    assert.deepEqual(
      parsed.sources.map(({ credentials }) => credentials),
      [
        place("https://registry.example.com"),
        place("https://nobody.example.com"),
        place("https://registry.example.com/charts/"),
        null,
      ],
    );
  });

  test("is told of with its line, beside every other problem", () => {
    const parsed = parse(text("podman").replace("https://nobody", "https://nowhere"));
    assert.ok("problems" in parsed);
    assert.deepEqual(
      parsed.problems.map(({ place, message }) => `${place}: ${message}`),
      [
        "chartroom.yaml:2:69: `credentials` must be a mapping of keys to values",
        "chartroom.yaml:3:68: neither Helm nor Docker is signed in to nowhere.example.com",
      ],
    );
    assert.match(parsed.problems[0]?.remedy ?? "", /or `docker`, `aws`, `azure` or `google`$/);
  });
});
