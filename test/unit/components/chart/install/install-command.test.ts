import assert from "node:assert/strict";
import { test } from "node:test";
import { dependencyEntry, installCommand } from "#components/chart/install/install-command.ts";
import { release } from "../releases.ts";

test("the command names the release, the address and the version", () => {
  assert.equal(
    installCommand(release("data/redis", "1.2.0+build.3")).join(" "),
    "helm install my-redis oci://registry.example/data/redis --version 1.2.0+build.3",
  );
});

test("a registry without TLS needs a flag", () => {
  const command = installCommand(
    release("redis", "1.0.0", { origin: { kind: "registry", host: "127.0.0.1:5000", plainHttp: true } }),
  );
  assert.equal(
    command.join(" "),
    "helm install my-redis oci://127.0.0.1:5000/redis --version 1.0.0 --plain-http",
  );
});

test("a chart of a chart repository is named, and the repository with it", () => {
  const origin = { kind: "repository", url: "https://charts.example/stable/" } as const;
  assert.equal(
    installCommand(release("redis", "1.2.0", { origin })).join(" "),
    "helm install my-redis redis --repo https://charts.example/stable/ --version 1.2.0",
  );
  assert.match(
    dependencyEntry(release("redis", "1.2.0", { origin })),
    /repository: https:\/\/charts\.example\/stable\/$/,
  );
});

test("a chart of a folder is its archive, whatever the folder is called", () => {
  const origin = { kind: "layout", archive: "./carried/blobs/sha256/abc" } as const;
  const command = (archive: string) =>
    installCommand(release("redis", "1.2.0", { origin: { kind: "layout", archive } })).join(" ");
  assert.equal(command(origin.archive), "helm install my-redis ./carried/blobs/sha256/abc");
  assert.equal(command("it's here/abc"), "helm install my-redis 'it'\\''s here/abc'");
  assert.match(
    dependencyEntry(release("redis", "1.2.0", { origin })),
    /version: 1\.2\.0\n {4}# copy \.\/carried\/blobs\/sha256\/abc to charts\/redis-1\.2\.0\.tgz$/,
  );
});

test("the name of the release is one Kubernetes takes", () => {
  assert.match(installCommand(release("data/my_chart.v2", "1.0.0"))[0] ?? "", / my-my-chart-v2$/);
  const [long = ""] = installCommand(release(`data/${"passenger-".repeat(8)}x`, "1.0.0"));
  assert.match(long, /^helm install [a-z0-9-]{1,53}$/);
  assert.doesNotMatch(long, /-$/);
});

test("a library is an entry of another chart's Chart.yaml", () => {
  assert.equal(
    dependencyEntry(release("platform/common", "2.0.0")),
    "dependencies:\n  - name: common\n    version: 2.0.0\n    repository: oci://registry.example/platform",
  );
});
