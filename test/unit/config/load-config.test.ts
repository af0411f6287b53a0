import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { ConfigError } from "#lib/config/config-error.ts";
import type { Environment } from "#lib/config/environment.ts";
import { loadConfig } from "#lib/config/load-config.ts";

function placesOf(env: Environment): readonly string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.problems.map(({ place, message }) => `${place}: ${message}`);
  }
}

describe("the configuration of a process", () => {
  let folder = "";
  let file = "";
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "chartroom-config-"));
    file = path.join(folder, "chartroom.yaml");
    await mkdir(path.join(folder, "secrets"));
    await writeFile(path.join(folder, "secrets", "password"), "s3cret\n");
    await writeFile(
      file,
      [
        "sources:",
        "  - name: acme",
        "    registry: https://registry.example.com",
        "    credentials: { username: ann, passwordFile: secrets/password }",
      ].join("\n"),
    );
  });
  after(() => rm(folder, { recursive: true }));

  test("comes from the file and the environment; paths in the file start at its folder", () => {
    const config = loadConfig({ CHARTROOM_CONFIG: file, PORT: "4000" });
    assert.equal(config.port, 4000);
    assert.deepEqual(
      config.sources.map(({ id, credentials }) => ({ id, credentials })),
      [{ id: "acme", credentials: { username: "ann", password: "s3cret" } }],
    );
  });

  test("needs no file when registries are named", () => {
    const config = loadConfig({ CHARTROOM_REGISTRY: "http://127.0.0.1:5000" });
    assert.deepEqual(
      config.sources.map((source) => source.kind === "registry" && source.registry.origin),
      ["http://127.0.0.1:5000"],
    );
  });

  test("has problems of the file and of the environment told together", async () => {
    const broken = path.join(folder, "broken.yaml");
    await writeFile(broken, "sources:\n  - name: acme\n");
    assert.deepEqual(placesOf({ CHARTROOM_CONFIG: broken, PORT: "http" }), [
      `${broken}:2:5: \`registry\` is missing`,
      "environment: PORT cannot be used as it is",
    ]);
    assert.throws(
      () => loadConfig({ CHARTROOM_CONFIG: broken, PORT: "http" }),
      /broken\.yaml:2:5: `registry` is missing\n {4}write scheme and host.*\nenvironment: PORT/,
    );
  });

  test("says that a file is missing or cannot be read", () => {
    const missing = path.join(folder, "missing.yaml");
    assert.deepEqual(placesOf({ CHARTROOM_CONFIG: missing }), [`${missing}: there is no such file`]);
    assert.deepEqual(placesOf({ CHARTROOM_CONFIG: folder }), [`${folder}: the file cannot be read (EISDIR)`]);
  });

  test("comes from one of file and command line, not from both", () => {
    assert.deepEqual(placesOf({ CHARTROOM_CONFIG: file, CHARTROOM_REGISTRY: "https://a.example" }), [
      "environment: registries are named on the command line and CHARTROOM_CONFIG names a file as well",
    ]);
  });
});
