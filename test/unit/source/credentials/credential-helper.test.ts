import assert from "node:assert/strict";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import type { CredentialHelper } from "#lib/config/chartroom-config.ts";
import { askHelper } from "#lib/source/credentials/credential-helper.ts";
import { createHeldLogin } from "#lib/source/credentials/held-login.ts";
import { createVendorLister } from "#lib/source/vendors/vendor-lister.ts";
import { startFakeRegistry } from "#test/support/fake-registry.ts";
import {
  collect,
  failureOf,
  hurriedClient,
  repositoryName,
  tagName,
} from "#test/support/fake-registry-client.ts";

const PATH = process.env.PATH;
let folder: string;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "helpers-"));
  process.env.PATH = `${folder}${path.delimiter}${PATH}`;
});
after(async () => {
  process.env.PATH = PATH;
  await rm(folder, { recursive: true });
});

/** A program `docker-credential-NAME` of these lines of shell, which notes each of its runs. */
async function install(name: string, ...lines: string[]) {
  const file = path.join(folder, `docker-credential-${name}`);
  const log = path.join(folder, `${name}.log`);
  await writeFile(log, "");
  await writeFile(file, ["#!/bin/sh", "host=$(cat)", `echo "$1 $host" >> '${log}'`, ...lines].join("\n"));
  await chmod(file, 0o755);
  return {
    helper: { helper: name, server: "registry.example.com" },
    runs: async () => (await readFile(log, "utf8")).split("\n").filter((line) => line !== ""),
  };
}

/** Prints what is in the file `NAME.password` as the secret. */
async function installRotating(name: string, first: string) {
  const file = path.join(folder, `${name}.password`);
  await writeFile(file, first);
  const installed = await install(name, `printf '{"Username":"AWS","Secret":"%s"}' "$(cat '${file}')"`);
  return { ...installed, rotate: (password: string) => writeFile(file, password) };
}

/** A reader that asks the helper once in five minutes, and after a refusal. */
function createReader(helper: CredentialHelper, pauseMs = 30_000, now?: () => number) {
  const ask = async () => ({
    login: await askHelper(helper),
    renewAfterMs: 300_000,
    lastsMs: 300_000,
  });
  return createHeldLogin(ask, pauseMs, now);
}

/** The password of what was read. */
async function passwordOf(login: Promise<object>): Promise<unknown> {
  const known = await login;
  return "password" in known ? known.password : null;
}

describe("a credential helper", () => {
  test("is asked with the host on its standard input, once for all who ask together", async () => {
    const { helper, runs } = await installRotating("together", "p1");
    const reader = createReader(helper);
    const [one, other] = await Promise.all([reader.read(), reader.read()]);
    assert.deepEqual(one, { username: "AWS", password: "p1" });
    assert.equal(other, one);
    assert.equal(await reader.read(), one);
    assert.deepEqual(await runs(), ["get registry.example.com"]);
  });

  test("is asked again after a while, and when the registry refuses, though not without a pause", async () => {
    const { helper, runs, rotate } = await installRotating("again", "p1");
    const clock = { now: 0 };
    const reader = createReader(helper, 30_000, () => clock.now);
    const first = await reader.read();
    await rotate("p2");
    clock.now = 29_000;
    assert.equal(await passwordOf(reader.read(first)), "p1");
    clock.now = 31_000;
    assert.equal(await passwordOf(reader.read()), "p1");
    assert.equal(await passwordOf(reader.read(first)), "p2");
    assert.equal(await passwordOf(reader.read(first)), "p2");
    await rotate("p3");
    clock.now = 31_000 + 299_000;
    assert.equal(await passwordOf(reader.read()), "p2");
    clock.now += 2_000;
    assert.equal(await passwordOf(reader.read()), "p3");
    assert.equal((await runs()).length, 3);
  });

  const failing: readonly (readonly [name: string, line: string, message: string])[] = [
    ["exits", "echo s3cret; echo s3cret >&2; exit 3", "knows no credentials for registry.example.com (3)"],
    ["talks", "echo s3cret", "printed no JSON"],
    ["floods", "yes s3cret", "printed more than credentials"],
    ["lists", "echo '[]'", "has no user name and password for registry.example.com"],
    [
      "empties",
      `echo '{"Username":"","Secret":"s3cret"}'`,
      "has no user name and password for registry.example.com",
    ],
  ];
  for (const [name, line, message] of failing) {
    test(`that ${name} is told of, without what it printed, and left alone for a while`, async () => {
      const { helper, runs } = await install(name, line);
      const clock = { now: 0 };
      const reader = createReader(helper, 30_000, () => clock.now);
      for (clock.now of [0, 29_000, 31_000]) {
        const failure = await failureOf(reader.read());
        assert.equal(failure.code, "unauthorized");
        assert.equal(failure.message, `docker-credential-${name} ${message}`);
        assert.equal(failure.cause, undefined);
      }
      assert.equal((await runs()).length, 2);
    });
  }

  test("that is not installed is named", async () => {
    const reader = createReader({ helper: "nowhere", server: "registry.example.com" });
    const failure = await failureOf(reader.read());
    assert.equal(failure.message, "docker-credential-nowhere is not on the PATH");
  });

  test("that hangs is ended", async () => {
    const { helper } = await install("hangs", "exec sleep 60");
    const failure = await failureOf(askHelper(helper, 300));
    assert.equal(failure.code, "timeout");
    assert.equal(failure.message, "docker-credential-hangs did not answer within 300 ms");
  });

  test("may give an identity token in place of a name and a password", async () => {
    const { helper } = await install("identity", `echo '{"Username":"<token>","Secret":"refresh"}'`);
    assert.deepEqual(await askHelper(helper), { identityToken: "refresh" });
  });
});

describe("a registry whose passwords change", () => {
  const redis = repositoryName("team/redis");
  const tag = tagName("1.0.0");

  for (const kind of ["basic", "token"] as const) {
    test(`is read on with the new one (${kind})`, async (t) => {
      const user = { username: "AWS", password: "p1" };
      const fake = await startFakeRegistry({ auth: { kind, user } });
      t.after(() => fake.stop());
      fake.push(redis, tag);
      const { helper, runs, rotate } = await installRotating(kind, "p1");
      const credentials = createReader(helper, 0);
      const client = hurriedClient(fake.url, { credentials });
      t.after(() => client.close());
      await client.resolve(redis, tag);

      user.password = "p2";
      fake.expireTokens();
      assert.equal((await failureOf(client.resolve(redis, tag))).code, "unauthorized");
      await rotate("p2");
      await client.resolve(redis, tag);
      await client.resolve(redis, tag);
      assert.equal((await runs()).length, 3);
    });
  }

  test("is listed through its vendor's API with what the helper says", async (t) => {
    const fake = await startFakeRegistry({
      auth: { kind: "basic", user: { username: "AWS", password: "p1" } },
    });
    t.after(() => fake.stop());
    fake.push(redis, tag);
    const { helper } = await installRotating("listed", "p1");
    const credentials = createReader(helper);
    const client = hurriedClient(fake.url, { credentials });
    t.after(() => client.close());
    const options = { registry: fake.url, credentials, ca: null, include: [], client };
    assert.deepEqual(await collect(createVendorLister("zot", options).repositories()), [redis]);
    const catalog = fake.requests.filter(({ path: asked }) => asked.startsWith("/v2/_catalog"));
    assert.deepEqual(
      catalog.map(({ headers }) => headers.authorization),
      [`Basic ${Buffer.from("AWS:p1").toString("base64")}`],
    );
  });
});
