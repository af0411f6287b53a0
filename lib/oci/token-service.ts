import type { Agent } from "undici";
import { RegistryError } from "./errors.ts";
import type { Offer, SignIn } from "./login.ts";
import { send, type Timeouts, type WireResponse } from "./transport.ts";

/**
 * Sends requests for tokens to a realm: with a Basic `Authorization` (`docs/spec/auth/token.md`), or with an identity
 * token in the form of OAuth2 (`docs/spec/auth/oauth.md`). What is refused is replaced by something newer once, if there is.
 */
export function createTokenService(
  agent: Agent,
  signIn: SignIn | null,
  options: { readonly timeouts: Timeouts; readonly userAgent: string },
): (url: URL) => Promise<WireResponse> {
  // Shared by everyone who waits for the same token, so no one caller's signal ends it.
  const ask = (url: URL, offer: Offer | null) => {
    const common = { accept: "application/json", follow: false, bodyMs: options.timeouts.bodyMs };
    if (offer?.kind !== "identity-token") {
      const authorization = offer?.secret ?? null;
      return send(agent, { ...common, method: "GET", url, authorization }, options);
    }
    const form = new URLSearchParams(url.search);
    form.set("grant_type", "refresh_token");
    form.set("client_id", options.userAgent);
    form.set("refresh_token", offer.secret);
    const realm = new URL(url.origin + url.pathname);
    return send(agent, { ...common, method: "POST", url: realm, form, authorization: null }, options);
  };

  return async (url) => {
    const offered = (await signIn?.()) ?? null;
    const first = await ask(url, offered);
    if (signIn === null || offered === null || !refuses(first, offered)) return first;
    const better = await signIn(offered.secret).catch(async (error: unknown) => {
      await first.discard();
      throw error;
    });
    if (better.secret === offered.secret) return refused(first);
    await first.discard();
    const second = await ask(url, better);
    return refuses(second, better) ? refused(second) : second;
  };
}

/** OAuth2 says 400 where a token has run out (RFC 6749, 5.2). */
function refuses({ status }: WireResponse, { kind }: Offer): boolean {
  return status === 401 || (status === 400 && kind === "identity-token");
}

async function refused(response: WireResponse): Promise<WireResponse> {
  if (response.status === 401) return response;
  await response.discard();
  throw new RegistryError("unauthorized", `${response.label}: the identity token is not taken`, {
    status: response.status,
  });
}
