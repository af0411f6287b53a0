import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, type TestContext, test } from "node:test";
import type { AzureIdentity } from "#lib/config/chartroom-config.ts";
import { leaseAzureLogin } from "#lib/source/credentials/azure-login.ts";
import { createHeldLogin } from "#lib/source/credentials/held-login.ts";
import { startFakeAcr, TENANT, webToken } from "../support/clouds/fake-acr.ts";
import { ASSERTION, CLIENT, CLIENT_SECRET, createFakeEntra } from "../support/clouds/fake-entra.ts";
import { collect, failureOf, hurriedClient } from "../support/fake-registry-client.ts";
import { jsonAnswer } from "../support/fake-registry-faults.ts";
import { startFakeApi } from "../support/vendors/fake-api.ts";

const AUTHORITY = "https://login.microsoftonline.com";
const AUDIENCE = "https://containerregistry.azure.net";
const APPLICATION: AzureIdentity = {
  kind: "application",
  tenant: TENANT,
  client: CLIENT,
  proof: { secret: CLIENT_SECRET },
};

async function start(t: TestContext, identity: AzureIdentity = APPLICATION) {
  const acr = await startFakeAcr(AUDIENCE, ["team/redis"]);
  t.after(() => acr.stop());
  const entra = createFakeEntra(AUTHORITY, AUDIENCE);
  const login = { cloud: "azure", identity, authority: AUTHORITY, audience: AUDIENCE } as const;
  const lease = () => leaseAzureLogin(login, { registry: acr.url, ca: null }, entra);
  return { acr, entra, lease };
}

describe("an identity in Azure", () => {
  test("gets an identity token of the registry, good until it says it ends", async (t) => {
    const { acr, lease } = await start(t);
    const { login, lastsMs, renewAfterMs } = await lease();
    assert.deepEqual(login, { identityToken: acr.refreshToken });
    assert.deepEqual([Math.round(lastsMs / 60_000), Math.round(renewAfterMs / 60_000)], [180, 175]);
    acr.endsAt -= 9_000;
    assert.equal(Math.round((await lease()).lastsMs / 60_000), 30);
  });

  test("reads the registry, and signs in anew once that refuses", async (t) => {
    const { acr, lease } = await start(t);
    const credentials = createHeldLogin(lease, 0);
    const first = hurriedClient(acr.url, { credentials });
    t.after(() => first.close());
    assert.deepEqual(await collect(first.repositories()), ["team/redis"]);
    acr.refreshToken = null;
    const second = hurriedClient(acr.url, { credentials });
    t.after(() => second.close());
    assert.deepEqual(await collect(second.repositories()), ["team/redis"]);
    assert.equal(acr.requests.filter((request) => request.path === "/oauth2/exchange").length, 2);
  });

  test("may be proved by what another issuer writes to a file", async (t) => {
    const folder = await mkdtemp(path.join(tmpdir(), "federated-"));
    t.after(() => rm(folder, { recursive: true }));
    const tokenFile = path.join(folder, "token");
    const { lease } = await start(t, { ...APPLICATION, proof: { tokenFile } });
    await writeFile(tokenFile, "outdated");
    assert.equal((await failureOf(lease())).code, "unauthorized");
    await writeFile(tokenFile, ASSERTION);
    assert.ok("identityToken" in (await lease()).login);
    await rm(tokenFile);
    assert.match((await failureOf(lease())).message, /: ENOENT; give the process an identity/);
  });

  test("may be the machine's own", async (t) => {
    const platform = await startFakeApi(({ headers }, url) => {
      const right =
        headers["x-identity-header"] === "s3cret-header" &&
        url.searchParams.get("resource") === AUDIENCE &&
        url.searchParams.get("client_id") === CLIENT;
      const accessToken = webToken({ aud: AUDIENCE, tid: TENANT });
      const expiresOn = Math.floor(Date.now() / 1000) + 3_600;
      return right
        ? jsonAnswer(200, { access_token: accessToken, expires_on: String(expiresOn), resource: AUDIENCE })
        : jsonAnswer(400, { error: "invalid_request" });
    });
    t.after(() => platform.stop());
    const { acr } = await start(t);
    process.env.IDENTITY_ENDPOINT = new URL("/msi/token", platform.url).href;
    process.env.IDENTITY_HEADER = "s3cret-header";
    t.after(() => {
      delete process.env.IDENTITY_ENDPOINT;
      delete process.env.IDENTITY_HEADER;
    });
    const leaseAs = (client: string | null) =>
      leaseAzureLogin(
        { cloud: "azure", identity: { kind: "managed", client }, authority: AUTHORITY, audience: AUDIENCE },
        { registry: acr.url, ca: null },
      );
    assert.deepEqual((await leaseAs(CLIENT)).login, { identityToken: acr.refreshToken });
    assert.equal((await failureOf(leaseAs(null))).code, "unauthorized");
  });

  test("that Entra ID does not know is told of, without its secret", async (t) => {
    const { lease } = await start(t, { ...APPLICATION, proof: { secret: "s3cret-wrong" } });
    const failure = await failureOf(lease());
    assert.equal(failure.code, "unauthorized");
    assert.match(
      failure.message,
      /^Microsoft Entra ID, access token: 401 invalid_client; give the process an/,
    );
    assert.doesNotMatch(failure.message, /s3cret/);
    assert.equal(failure.cause, undefined);
  });

  test("that the registry does not know is told of, without its token", async (t) => {
    const { acr, lease } = await start(t);
    const remedy = "; give the identity the role AcrPull";
    for (const [status, code, advice] of [
      [401, "unauthorized", remedy],
      [403, "unauthorized", remedy],
      [404, "bad-response", ""],
      [429, "rate-limited", ""],
      [503, "unavailable", ""],
    ] as const) {
      acr.fail(/oauth2\/exchange/, () => jsonAnswer(status, { errors: [{ message: "s3cret" }] }), 1);
      const failure = await failureOf(lease());
      assert.deepEqual([failure.code, failure.status], [code, status]);
      assert.equal(failure.message, `POST ${acr.url.origin}/oauth2/exchange: ${status}${advice}`);
    }
    acr.fail(/oauth2\/exchange/, () => jsonAnswer(200, { access_token: "s3cret" }), 1);
    assert.equal((await failureOf(lease())).code, "bad-response");
  });

  test("goes to no other host than the registry's", async (t) => {
    const stranger = await startFakeApi(() => jsonAnswer(200, { refresh_token: "stolen" }));
    t.after(() => stranger.stop());
    const { acr, lease } = await start(t);
    const location = new URL("/oauth2/exchange", stranger.url).href;
    acr.fail(/oauth2\/exchange/, () => ({ status: 307, headers: { location }, body: new Uint8Array() }));
    assert.equal((await failureOf(lease())).code, "bad-response");
    assert.deepEqual(stranger.requests, []);
  });
});
