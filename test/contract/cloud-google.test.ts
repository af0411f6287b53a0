import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { leaseGoogleLogin } from "#lib/source/credentials/google-login.ts";
import { createHeldLogin } from "#lib/source/credentials/held-login.ts";
import { createFakeGoogle } from "../support/clouds/fake-google.ts";
import { startFakeRegistry } from "../support/fake-registry.ts";
import { failureOf, hurriedClient, repositoryName, tagName } from "../support/fake-registry-client.ts";

let folder: string;
let keyFile: string;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "google-"));
  keyFile = path.join(folder, "key.json");
});
after(() => rm(folder, { recursive: true }));
beforeEach(() => {
  process.env.GOOGLE_APPLICATION_CREDENTIALS = keyFile;
});

describe("an identity in Google Cloud", () => {
  test("gets an access token for an hour, and another when asked again", async () => {
    const google = createFakeGoogle();
    await writeFile(keyFile, google.keyFile);
    const { login, lastsMs, renewAfterMs } = await leaseGoogleLogin(google.fetch);
    assert.deepEqual(login, { username: "oauth2accesstoken", password: "ya29.1" });
    assert.deepEqual([Math.round(lastsMs / 60_000), Math.round(renewAfterMs / 60_000)], [60, 55]);
    const second = await leaseGoogleLogin(google.fetch);
    assert.deepEqual(second.login, { username: "oauth2accesstoken", password: "ya29.2" });
  });

  test("reads the registry, and signs in anew once that refuses", async (t) => {
    const google = createFakeGoogle();
    await writeFile(keyFile, google.keyFile);
    const user = { username: "oauth2accesstoken", password: "ya29.1" };
    const registry = await startFakeRegistry({ auth: { kind: "token", user } });
    t.after(() => registry.stop());
    const [redis, tag] = [repositoryName("acme-prod/helm/redis"), tagName("1.0.0")];
    registry.push(redis, tag);
    const credentials = createHeldLogin(() => leaseGoogleLogin(google.fetch), 0);
    const client = hurriedClient(registry.url, { credentials });
    t.after(() => client.close());
    await Promise.all([client.resolve(redis, tag), client.resolve(redis, tag)]);
    user.password = "ya29.2";
    registry.expireTokens();
    await client.resolve(redis, tag);
    assert.equal(google.tokens, 2);
  });

  test("whose key is another's is told of, without what was sent or said", async () => {
    await writeFile(keyFile, createFakeGoogle().keyFile);
    const failure = await failureOf(leaseGoogleLogin(createFakeGoogle().fetch));
    assert.equal(failure.code, "unauthorized");
    assert.match(failure.message, /^Google, access token: 400 invalid_grant; give the process an identity: /);
    assert.doesNotMatch(failure.message, /s3cret|PRIVATE|eyJ/);
    assert.equal(failure.cause, undefined);
  });

  test("that is nowhere to be found is told of", async () => {
    for (const text of ["{", "{}", null]) {
      await (text === null ? rm(keyFile) : writeFile(keyFile, text));
      const failure = await failureOf(leaseGoogleLogin(createFakeGoogle().fetch));
      assert.equal(failure.code, "unauthorized");
      assert.match(
        failure.message,
        /GOOGLE_APPLICATION_CREDENTIALS with the path of its key or federation file$/,
      );
    }
  });

  test("is asked for later where Google is down", async () => {
    const google = createFakeGoogle();
    await writeFile(keyFile, google.keyFile);
    const down = () => new Response("s3cret", { status: 503 });
    google.faults.push(...Array.from({ length: 8 }, down));
    const failure = await failureOf(leaseGoogleLogin(google.fetch));
    assert.equal(failure.code, "unavailable");
    assert.doesNotMatch(failure.message, /s3cret/);
  });
});
