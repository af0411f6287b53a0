import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import type { ReleaseOrigin } from "#lib/catalog/catalog.ts";
import { dependencyEntry } from "#lib/formats/install/chart-dependency.ts";
import { helmWay, installCommand } from "#lib/formats/install/helm-commands.ts";
import { installSubject } from "#lib/formats/install/install-subject.ts";
import { shellWord } from "#lib/formats/install/quoted-texts.ts";
import { release, summary } from "../../components/chart/releases.ts";
import { metadata } from "./metadata.ts";

const HERE = "https://charts.example";
const subject = (repository: string, version: string, detail: Parameters<typeof release>[2] = {}) =>
  installSubject(release(repository, version, detail), HERE);
const command = (...named: Parameters<typeof subject>) => installCommand(subject(...named)).join(" ");
const registry = { kind: "registry", host: "registry.example", plainHttp: false } as const;
const open = { signIn: false, privateCa: false };

test("the command names the release, the address and the version", () => {
  assert.equal(
    command("data/redis", "1.2.0+build.3"),
    "helm install my-redis oci://registry.example/data/redis --version 1.2.0+build.3",
  );
});

test("a registry without TLS, or with a private authority, needs a flag", () => {
  const at = (origin: ReleaseOrigin) => command("redis", "1.0.0", { origin });
  assert.equal(
    at({ ...registry, ...open, host: "127.0.0.1:5000", plainHttp: true }),
    "helm install my-redis oci://127.0.0.1:5000/redis --version 1.0.0 --plain-http",
  );
  assert.match(at({ ...registry, ...open, privateCa: true }), / --version 1\.0\.0 --ca-file ca\.pem$/);
});

test("by digest, it is the digest of the chart's manifest, and no version", () => {
  const digest = `sha256:${"0".repeat(64)}`;
  assert.equal(
    installCommand(subject("data/redis", "1.2.0"), "digest").join(" "),
    `helm install my-redis oci://registry.example/data/redis@${digest}`,
  );
});

test("a tag that is no version is named by its digest: Helm takes no such tag", () => {
  const detail = { summary: summary("latest", { channel: "other" }) };
  assert.equal(
    command("data/redis", "latest", detail),
    `helm install my-redis oci://registry.example/data/redis@sha256:${"0".repeat(64)}`,
  );
});

test("a chart of a chart repository is named, and the repository with it", () => {
  const origin = { kind: "repository", url: "https://charts.example/stable/", ...open } as const;
  assert.equal(
    command("redis", "1.2.0", { origin }),
    "helm install my-redis redis --repo https://charts.example/stable/ --version 1.2.0",
  );
  assert.match(
    dependencyEntry(subject("redis", "1.2.0", { origin })),
    /repository: https:\/\/charts\.example\/stable\/\n$/,
  );
});

test("a chart that is called like a flag is not one", () => {
  const origin = { kind: "repository", url: "https://charts.example/", ...open } as const;
  assert.match(
    command("x", "1.0.0", { origin, metadata: metadata({ name: "--post-renderer" }) }),
    /^helm install my---post-renderer --repo https:\/\/charts\.example\/ --version 1\.0\.0 -- --post-renderer$/,
  );
});

test("where Chartroom signs in, a reader is told how to", () => {
  const lines = (origin: ReleaseOrigin) =>
    helmWay(subject("data/redis", "1.2.0", { origin }), "version").blocks.map(({ text }) => text);
  assert.equal(
    lines({ ...registry, signIn: true, privateCa: true })[0],
    "helm registry login registry.example --ca-file ca.pem",
  );
  const [login, install] = lines({
    kind: "repository",
    url: "https://c.example/",
    signIn: true,
    privateCa: false,
  });
  assert.equal(login, "helm repo add acme https://c.example/ --username YOU --password-stdin");
  assert.equal(install, "helm install my-redis acme/redis --version 1.2.0");
});

test("a chart of a folder is its archive, whatever the folder is called", () => {
  const at = (archive: string) => command("redis", "1.2.0", { origin: { kind: "layout", archive } });
  assert.equal(at("./carried/blobs/sha256/abc"), "helm install my-redis ./carried/blobs/sha256/abc");
  assert.equal(at("it's here/abc"), "helm install my-redis 'it'\\''s here/abc'");
});

test("the name of the release is one Kubernetes takes", () => {
  assert.match(command("data/my_chart.v2", "1.0.0"), / my-my-chart-v2 /);
  const [long = ""] = installCommand(subject(`data/${"passenger-".repeat(8)}x`, "1.0.0"));
  assert.match(long, /^helm install [a-z0-9-]{1,53}$/);
  assert.doesNotMatch(long, /-$/);
  assert.match(command("x", "1.0.0", { metadata: metadata({ name: "..-.._" }) }), /^helm install my oci:/);
});

test("a library is an entry of another chart's Chart.yaml", () => {
  assert.equal(
    dependencyEntry(subject("platform/common", "2.0.0")),
    'dependencies:\n  - name: common\n    version: "2.0.0"\n    repository: oci://registry.example/platform\n',
  );
});

test("a shell reads every word as itself, whatever is in it", () => {
  const hostile = [
    "a b",
    "$(id)",
    "`id`",
    "it's",
    "a;b|c&d",
    "\\",
    "~",
    "*",
    "{a,b}",
    "[::1]:5000",
    "é\u202ex",
    "",
  ];
  const texts = [...hostile, "line\nbreak", "tab\t'quote' \\n \u{e0001}"];
  const words = texts.map(shellWord);
  const printed = execFileSync("bash", ["-c", `printf '%s\\0' ${words.join(" ")}`], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C.UTF-8" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  assert.deepEqual(printed.split("\0").slice(0, -1), texts);
  for (const word of words) assert.doesNotMatch(word, /[\p{Cc}\p{Cf}]/u);
});
