import { LRUCache } from "lru-cache";
import { getDomain } from "tldts";
import { isRecord, MAX_SMALL_BYTES, readJson } from "./body.ts";
import { RegistryError } from "./errors.ts";
import { expectOk } from "./failure.ts";
import { requestLabel } from "./network-error.ts";
import type { WireResponse } from "./transport.ts";

/** Where and for what a registry wants a token to be fetched (distribution `docs/spec/auth/token.md`). */
export interface TokenRequest {
  readonly realm: URL;
  readonly service: string | null;
  /** As the registry wrote it; null asks for a token without rights, which tells whether the credentials hold. */
  readonly scope: string | null;
}

/** The tokens of one client. A token is kept under what the caller wanted, whatever scope the registry asked for it. */
export interface TokenCache {
  /** A token that holds now, or null. */
  held(key: string): string | null;
  /** Fetches a token, together with everyone who asks for the same at the same time. Throws `RegistryError`. */
  fetch(key: string, request: TokenRequest): Promise<string>;
  /** What the registry did not take is not offered again. */
  drop(key: string, token: string): void;
}

interface HeldToken {
  readonly token: string;
  readonly until: number;
}

/** What the specification gives a token that does not say how long it holds. */
const DEFAULT_LIFETIME_S = 60;
/** Tokens end this much early, or after nine tenths of a shorter life, so that none runs out on its way. */
const MARGIN_MS = 10_000;
const MAX_TOKENS = 2_000;

/** `ask` sends the request for a token to the realm, with the client's credentials if it has any. */
export function createTokenCache(
  ask: (url: URL) => Promise<WireResponse>,
  now: () => number = Date.now,
): TokenCache {
  const tokens = new LRUCache<string, HeldToken>({ max: MAX_TOKENS });
  const underway = new Map<string, Promise<string>>();

  async function request(key: string, { realm, service, scope }: TokenRequest): Promise<string> {
    const url = new URL(realm);
    if (service !== null) url.searchParams.set("service", service);
    if (scope !== null) url.searchParams.set("scope", scope);
    const asked = now();
    const response = await ask(url);
    await expectOk(response);
    const { token, lifetimeMs } = readToken(response, await readJson(response, MAX_SMALL_BYTES));
    tokens.set(key, { token, until: asked + lifetimeMs - Math.min(MARGIN_MS, lifetimeMs / 10) });
    return token;
  }

  return {
    held(key) {
      const held = tokens.get(key);
      return held !== undefined && held.until > now() ? held.token : null;
    },
    fetch(key, wanted) {
      const running = underway.get(key);
      if (running !== undefined) return running;
      const fetching = request(key, wanted).finally(() => underway.delete(key));
      underway.set(key, fetching);
      return fetching;
    },
    drop(key, token) {
      if (tokens.peek(key)?.token === token) tokens.delete(key);
    },
  };
}

/**
 * The realm of a Bearer challenge, if the client's credentials may go there. A registry names the realm itself, and a
 * hostile one would have us send its own password, or ours for it, to a stranger or to a machine inside the network
 * (CVE-2026-48978 oras-go, CVE-2026-33540 Distribution). So: the registry's own host, or a name under the same
 * registrable domain; and never plain HTTP for a registry on https.
 */
export function parseRealm(registry: URL, text: string): URL {
  const refuse = (why: string) =>
    new RegistryError(
      "bad-response",
      `${requestLabel("GET", new URL("/v2/", registry))}: token realm ${why}`,
    );
  const realm = URL.parse(text);
  if (realm === null || (realm.protocol !== "https:" && realm.protocol !== "http:"))
    throw refuse("is no http(s) address");
  if (realm.protocol === "http:" && registry.protocol !== "http:")
    throw refuse("is plain HTTP, the registry is not");
  if (realm.username !== "" || realm.password !== "") throw refuse("carries credentials");
  if (!isKin(registry.hostname, realm.hostname)) throw refuse(`${realm.origin} belongs to another domain`);
  return realm;
}

/** IP addresses, localhost and names of one word have no registrable domain, and so no kin. */
function isKin(registry: string, realm: string): boolean {
  const domain = registrableDomain(registry);
  return registry === realm || (domain !== null && domain === registrableDomain(realm));
}

function registrableDomain(hostname: string): string | null {
  // Private suffixes too: github.io is shared by strangers as much as com is.
  return getDomain(hostname, { allowPrivateDomains: true });
}

function readToken(response: WireResponse, body: unknown): { token: string; lifetimeMs: number } {
  const fields = isRecord(body) ? body : {};
  const token = [fields.token, fields.access_token].find((one) => typeof one === "string" && one !== "");
  // What goes into a header must not be able to end it.
  if (typeof token !== "string" || !/^[\x21-\x7e]+$/.test(token)) {
    throw new RegistryError("bad-response", `${response.label}: an answer without a token`);
  }
  const seconds = fields.expires_in;
  const lives =
    typeof seconds === "number" && seconds > 0 && Number.isFinite(seconds) ? seconds : DEFAULT_LIFETIME_S;
  return { token, lifetimeMs: lives * 1000 };
}
