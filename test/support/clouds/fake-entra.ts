import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from "@azure/msal-node";
import { TENANT, webToken } from "./fake-acr.ts";

/** Microsoft Entra ID, in place of the network; with what it was asked. */
export interface FakeEntra extends INetworkModule {
  readonly asked: string[];
}

export const CLIENT = "11111111-2222-3333-4444-555555555555";
export const CLIENT_SECRET = "s3cret-client";
export const ASSERTION = "s3cret-assertion";

/** Knows one application of one tenant, by its secret or by what another issuer says of it (`v2.0/token`, RFC 6749). */
export function createFakeEntra(authority: string, audience: string): FakeEntra {
  const asked: string[] = [];
  const answer = (url: string, form: URLSearchParams | null) => {
    asked.push(url);
    if (!url.startsWith(`${authority}/${TENANT}/`)) return { status: 400, body: { error: "invalid_tenant" } };
    if (url.includes("/.well-known/openid-configuration")) {
      return {
        status: 200,
        body: {
          token_endpoint: `${authority}/${TENANT}/oauth2/v2.0/token`,
          authorization_endpoint: `${authority}/${TENANT}/oauth2/v2.0/authorize`,
          issuer: `${authority}/${TENANT}/v2.0`,
          jwks_uri: `${authority}/${TENANT}/discovery/v2.0/keys`,
        },
      };
    }
    return isRight(form, audience)
      ? {
          status: 200,
          body: {
            token_type: "Bearer",
            expires_in: 3_599,
            access_token: webToken({ aud: audience, tid: TENANT }),
          },
        }
      : {
          status: 401,
          body: { error: "invalid_client", error_description: `wrong: ${CLIENT_SECRET} ${ASSERTION}` },
        };
  };
  const respond = async <T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> => {
    const form = options?.body === undefined ? null : new URLSearchParams(options.body);
    const { status, body } = answer(url, form);
    return { status, headers: { "content-type": "application/json" }, body: body as T };
  };
  return { asked, sendGetRequestAsync: respond, sendPostRequestAsync: respond };
}

function isRight(form: URLSearchParams | null, audience: string): boolean {
  if (form?.get("grant_type") !== "client_credentials" || form.get("client_id") !== CLIENT) return false;
  if (!form.get("scope")?.split(" ").includes(`${audience}/.default`)) return false;
  const bySecret = form.get("client_secret") === CLIENT_SECRET;
  const byAssertion =
    form.get("client_assertion_type") === "urn:ietf:params:oauth:client-assertion-type:jwt-bearer" &&
    form.get("client_assertion") === ASSERTION;
  return bySecret || byAssertion;
}
