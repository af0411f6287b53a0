// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what other tools would fill in is the attack
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseAllDocuments } from "yaml";
import type { ChartRelease, ReleaseOrigin } from "#lib/catalog/catalog.ts";
import { installSubject } from "#lib/formats/install/install-subject.ts";
import type { InstallBy, InstallWay } from "#lib/formats/install/install-way.ts";
import { installWays } from "#lib/formats/install/install-ways.ts";
import { hclString } from "#lib/formats/install/quoted-texts.ts";
import { formatYaml } from "#lib/formats/install/yaml-manifest.ts";
import { release, summary } from "../../components/chart/releases.ts";
import { assertFits } from "./manifest-schemas.ts";
import { metadata } from "./metadata.ts";

const DIGEST = `sha256:${"0".repeat(64)}`;
const HERE = "https://charts.example";
const open = { signIn: false, privateCa: false };
const REGISTRY = { kind: "registry", host: "registry.example:5000", plainHttp: false, ...open } as const;
const REPOSITORY = { kind: "repository", url: "https://stable.example/charts/", ...open } as const;
const LAYOUT = { kind: "layout", archive: "./carried/blobs/sha256/abc" } as const;

function ways(origin: ReleaseOrigin, by: InstallBy = "version", detail: Partial<ChartRelease> = {}) {
  const one = release("data/redis", "1.2.0+b.3", { origin, metadata: metadata(), ...detail });
  const all = installWays(installSubject(one, HERE), by, one.metadata?.type === "library");
  return (id: InstallWay["id"]) => all.find((way) => way.id === id) ?? null;
}

/** What is in the last block of a way, as YAML 1.1 and 1.2 read it. */
function manifests(way: InstallWay | null): readonly unknown[] {
  const text = way?.blocks.findLast(({ language }) => language === "yaml")?.text ?? "";
  const [old, current] = (["1.1", "1.2"] as const).map((version) =>
    parseAllDocuments(text, { version }).map((document) => {
      assert.deepEqual(document.errors, []);
      return document.toJS();
    }),
  );
  assert.deepEqual(old, current);
  return current ?? [];
}

describe("Flux", () => {
  test("takes a tag of a registry, with _ for +, or a digest", () => {
    const [source, made] = manifests(ways(REGISTRY)("flux"));
    assertFits("ociRepository", source);
    assertFits("chartRefRelease", made);
    assert.deepEqual(pick(source, "spec", "ref"), { tag: "1.2.0_b.3" });
    assert.equal(pick(source, "spec", "url"), "oci://registry.example:5000/data/redis");
    assert.equal(pick(made, "spec", "chartRef", "name"), pick(source, "metadata", "name"));
    const [pinned] = manifests(ways(REGISTRY, "digest")("flux"));
    assert.deepEqual(pick(pinned, "spec", "ref"), { digest: DIGEST });
  });

  test("takes a version of a chart repository, with the secrets it needs", () => {
    const way = ways({ ...REPOSITORY, signIn: true, privateCa: true })("flux");
    const [source, made] = manifests(way);
    assertFits("helmRepository", source);
    assertFits("chartRelease", made);
    assert.equal(pick(made, "spec", "chart", "spec", "version"), "1.2.0+b.3");
    assert.match(way?.blocks[0]?.text ?? "", /secret generic acme-login .*\n.*secret generic acme-ca /);
  });

  test("is told of plain HTTP", () => {
    const [source] = manifests(ways({ ...REGISTRY, plainHttp: true })("flux"));
    assertFits("ociRepository", source);
    assert.equal(pick(source, "spec", "insecure"), true);
  });
});

describe("Argo CD", () => {
  test("takes a version the way of Helm: no oci://, and the chart apart", () => {
    const [application] = manifests(ways(REGISTRY)("argo-cd"));
    assertFits("application", application);
    const { repoURL, chart, targetRevision } = Object(pick(application, "spec", "source"));
    assert.deepEqual([repoURL, chart, targetRevision], ["registry.example:5000/data", "redis", "1.2.0+b.3"]);
  });

  test("takes a digest, and a registry without TLS, its own way", () => {
    const [pinned] = manifests(ways(REGISTRY, "digest")("argo-cd"));
    assertFits("application", pinned);
    const { repoURL, path, targetRevision } = Object(pick(pinned, "spec", "source"));
    assert.deepEqual(
      [repoURL, path, targetRevision],
      ["oci://registry.example:5000/data/redis", ".", DIGEST],
    );
    const plain = ways({ ...REGISTRY, plainHttp: true })("argo-cd");
    assert.match(plain?.blocks[0]?.text ?? "", /insecureOCIForceHttp: "true"/);
    assert.equal(pick(manifests(plain)[0], "spec", "source", "targetRevision"), "1.2.0_b.3");
  });

  test("takes a chart repository by its address", () => {
    const [application] = manifests(ways(REPOSITORY)("argo-cd"));
    assertFits("application", application);
    assert.equal(pick(application, "spec", "source", "repoURL"), REPOSITORY.url);
  });
});

describe("Helmfile", () => {
  test("takes a version with oci: true, and a digest in the chart's address", () => {
    const [state] = manifests(ways({ ...REGISTRY, plainHttp: true })("helmfile"));
    assertFits("helmfile", state);
    assert.deepEqual(pick(state, "repositories", 0), {
      name: "acme",
      url: "registry.example:5000/data",
      oci: true,
      plainHttp: true,
    });
    const [pinned] = manifests(ways(REGISTRY, "digest")("helmfile"));
    assertFits("helmfile", pinned);
    assert.equal(pick(pinned, "releases", 0, "chart"), `oci://registry.example:5000/data/redis@${DIGEST}`);
    assertFits("helmfile", manifests(ways(REPOSITORY)("helmfile"))[0]);
  });
});

describe("Terraform", () => {
  test("has a resource with name, repository, chart and version", () => {
    const way = ways({ ...REGISTRY, signIn: true })("terraform");
    assert.deepEqual(readHcl(way?.blocks[1]?.text ?? ""), {
      head: 'resource "helm_release" "redis"',
      name: '"my-redis"',
      repository: '"oci://registry.example:5000/data"',
      chart: '"redis"',
      version: '"1.2.0+b.3"',
    });
    assert.match(
      way?.blocks[0]?.text ?? "",
      /^provider "helm" \{\n {2}registries = \[\{\n {4}url {6}= "oci:/,
    );
  });

  test("says what it cannot do", () => {
    assert.match(ways(REGISTRY, "digest")("terraform")?.notes.join(" ") ?? "", /takes no digest/);
    const plain = ways({ ...REGISTRY, plainHttp: true })("terraform");
    assert.deepEqual(plain?.blocks, []);
  });

  test("has strings that no template of HCL gets out of", () => {
    assert.equal(hclString('a"${b}%{c}\\\n\u202e'), '"a\\"$${b}%%{c}\\\\\\n\\u202e"');
  });
});

describe("what cannot be installed as usual", () => {
  test("a library has the entry of a dependency and nothing else", () => {
    const one = { metadata: metadata({ type: "library" }) };
    const all = installWays(installSubject(release("data/redis", "1.0.0", one), HERE), "version", true);
    assert.deepEqual(
      all.map(({ id }) => id),
      ["dependency"],
    );
  });

  test("a chart of a folder is given by Chartroom, to all but Helm", () => {
    const found = ways(LAYOUT);
    const [source] = manifests(found("flux"));
    assertFits("helmRepository", source);
    assert.equal(pick(source, "spec", "url"), "https://charts.example/helm/acme/data");
    assert.match(
      found("helm")?.blocks[0]?.text ?? "",
      /^helm install my-redis \.\/carried\/blobs\/sha256\/abc$/,
    );
    assert.match(found("flux")?.notes[0] ?? "", /has to be reachable/);
  });

  test("a tag that is no version has the tools that take tags, and no entry in Chartroom's index", () => {
    const latest = { summary: summary("latest", { channel: "other" }) };
    const found = ways(REGISTRY, "version", latest);
    assert.deepEqual(pick(manifests(found("flux"))[0], "spec", "ref"), { tag: "latest" });
    assert.equal(pick(manifests(found("argo-cd"))[0], "spec", "source", "path"), ".");
    assert.deepEqual(found("terraform")?.blocks, []);
    assert.equal(found("chartroom"), null);
    assert.equal(ways(LAYOUT, "version", latest)("flux"), null);
  });

  test("a chart that is not called like its repository cannot be a dependency by address", () => {
    const way = ways(REGISTRY, "version", { metadata: metadata({ name: "valkey" }) })("dependency");
    assert.doesNotMatch(way?.blocks[0]?.text ?? "", /repository:/);
    assert.match(way?.notes.join(" ") ?? "", /another name than its repository/);
  });
});

test("a text stays that text in every YAML, and is no template of another tool", () => {
  const texts = [
    ...[
      "yes",
      "No",
      "null",
      "~",
      "1.10",
      "1e3",
      "0x1f",
      "0o7",
      "1:20",
      "2024-01-02",
      "12",
      "-1",
      ".inf",
      "y",
      "",
    ],
    ...[
      "a: b",
      "a #b",
      "- a",
      "*a",
      "&a",
      "!a",
      "@a",
      "`a",
      "%a",
      "a:",
      "{{ exec `id` }}",
      "${HOME}",
      'it\'s "q"',
    ],
    ...[
      "line\nbreak",
      "\u202eevil",
      "\u0085",
      "\u2028",
      "\ufeff",
      "😀",
      "a\u0000b",
      "[::1]:5000/a",
      "<<",
      "=",
    ],
  ];
  const written = formatYaml({ texts, map: Object.fromEntries(texts.map((one, at) => [`k${at}`, one])) });
  assert.doesNotMatch(written, /\{\{|\$\{|[^\n -~]/);
  for (const version of ["1.1", "1.2"] as const) {
    const [document] = parseAllDocuments(written, { version });
    assert.deepEqual(document?.toJS().texts, texts);
    assert.deepEqual(Object.values(document?.toJS().map), texts);
  }
});

function pick(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce((at: unknown, key) => Object(at)[key], value);
}

/** A block of HCL with one attribute a line. */
function readHcl(block: string): Record<string, string> {
  const [head = "", ...lines] = block.trimEnd().split("\n");
  assert.equal(lines.pop(), "}");
  const attributes = lines.map((line) => /^ {2}(\w+) += (\S.*)$/.exec(line)?.slice(1) ?? assert.fail(line));
  return { head: head.replace(/ \{$/, ""), ...Object.fromEntries(attributes) };
}
