import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { createHeldLogin } from "#lib/source/credentials/held-login.ts";
import { readLoginFiles } from "#lib/source/credentials/login-files.ts";
import { openCredentials } from "#lib/source/credentials/open-credentials.ts";
import { createVendorLister } from "#lib/source/vendors/vendor-lister.ts";
import { startFakeRegistry } from "#test/support/fake-registry.ts";
import {
  collect,
  failureOf,
  hurriedClient,
  repositoryName,
  tagName,
} from "#test/support/fake-registry-client.ts";

const redis = repositoryName("team/redis");
const tag = tagName("1.0.0");
let folder: string;
let file: string;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "logins-"));
  file = path.join(folder, "config.json");
});
after(() => rm(folder, { recursive: true }));

/** Signs in to a host as `docker login` does. */
function dockerLogin(address: URL, entry: object): Promise<void> {
  return writeFile(file, JSON.stringify({ auths: { [address.host]: entry } }));
}

const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("a registry that is signed in to anew with docker login", () => {
  for (const kind of ["basic", "token"] as const) {
    test(`is read on (${kind})`, async (t) => {
      const user = { username: "ann", password: "old" };
      const fake = await startFakeRegistry({ auth: { kind, user } });
      t.after(() => fake.stop());
      fake.push(redis, tag);
      await dockerLogin(fake.url, { auth: base64("ann:old") });
      const place = { files: [file], address: fake.url };
      const credentials = createHeldLogin(() => readLoginFiles(place), 0);
      const client = hurriedClient(fake.url, { credentials });
      t.after(() => client.close());
      await client.resolve(redis, tag);

      user.password = "new";
      fake.expireTokens();
      assert.equal((await failureOf(client.resolve(redis, tag))).code, "unauthorized");
      await dockerLogin(fake.url, { auth: base64("ann:new") });
      await client.resolve(redis, tag);
    });
  }

  test("is read on with another identity token", async (t) => {
    const identity = { token: "refresh-1" };
    const user = { username: "ann", password: "unknown" };
    const fake = await startFakeRegistry({ auth: { kind: "token", user, identity } });
    t.after(() => fake.stop());
    fake.push(redis, tag);
    await dockerLogin(fake.url, { auth: base64("ann:"), identitytoken: "refresh-1" });
    const place = { files: [file], address: fake.url };
    const credentials = createHeldLogin(() => readLoginFiles(place), 0);
    const client = hurriedClient(fake.url, { credentials });
    t.after(() => client.close());
    assert.deepEqual(await collect(client.repositories()), [redis]);
    await client.resolve(redis, tag);

    identity.token = "refresh-2";
    fake.expireTokens();
    const failure = await failureOf(client.resolve(redis, tag));
    assert.equal(failure.code, "unauthorized");
    assert.equal(failure.message, `POST ${fake.url.origin}/token: the identity token is not taken`);
    await dockerLogin(fake.url, { auth: base64("ann:"), identitytoken: "refresh-2" });
    await client.resolve(redis, tag);
    for (const { path: asked, headers } of fake.requests) {
      assert.doesNotMatch(`${asked} ${headers.authorization}`, /refresh-|Basic/);
    }
  });
});

describe("the files of docker login", () => {
  test("are read when they are needed, and say what is missing", async (t) => {
    const fake = await startFakeRegistry({ auth: { kind: "basic", user: { username: "a", password: "b" } } });
    t.after(() => fake.stop());
    await dockerLogin(fake.url, { auth: base64("a:b") });
    const credentials = openCredentials(
      { files: [file], address: fake.url },
      { registry: fake.url, ca: null },
    );
    assert.ok(credentials !== null && "read" in credentials);
    await writeFile(file, "{}");
    const failure = await failureOf(credentials.read());
    assert.equal(failure.code, "unauthorized");
    const { host } = fake.url;
    assert.equal(
      failure.message,
      `no login to ${host} is left in the files of Helm and Docker; run \`helm registry login ${host}\` or ` +
        `\`docker login ${host}\` as the user Chartroom runs as`,
    );
  });

  test("with an identity token do not list a registry as a stranger", async (t) => {
    const fake = await startFakeRegistry();
    t.after(() => fake.stop());
    fake.push(redis, tag);
    const credentials = { read: async () => ({ identityToken: "refresh" }) };
    const client = hurriedClient(fake.url);
    t.after(() => client.close());
    const options = { registry: fake.url, credentials, ca: null, include: [], client };
    const failure = await failureOf(collect(createVendorLister("zot", options).repositories()));
    assert.equal(failure.code, "unauthorized");
    assert.match(
      failure.message,
      /is listed with a user name and a password, and not with an identity token$/,
    );
  });
});
