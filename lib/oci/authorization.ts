import { parseChallenges } from "./challenge.ts";
import { RegistryError } from "./errors.ts";
import type { Offer, SignIn } from "./login.ts";
import { parseRealm, type TokenCache, type TokenRequest } from "./token.ts";

/** What a request is for, in the words of the token specification (`docs/spec/auth/scope.md`); null for `GET /v2/`. */
export type TokenScope = `repository:${string}:pull` | "registry:catalog:*" | null;

/** Answers challenges, and knows from earlier ones what to send at once. */
export interface Authorizer {
  /** The `Authorization` to start with: null until the registry has been heard. */
  offer(scope: TokenScope): Promise<string | null>;
  /** What to send after a 401 with this `WWW-Authenticate`, given what was sent; null if there is nothing better. */
  answer(scope: TokenScope, field: string | null, sent: string | null): Promise<string | null>;
}

type Learned = { readonly kind: "basic" } | { readonly kind: "bearer"; readonly request: TokenRequest };

/**
 * `signIn` is null without credentials. What one answer teaches holds for its area (repositories, the catalog, the root)
 * alone: Harbor wants Basic for its catalog and Bearer for repositories.
 */
export function createAuthorizer(registry: URL, signIn: SignIn | null, tokens: TokenCache): Authorizer {
  const learned = new Map<string, Learned>();
  const withToken = async (scope: TokenScope, request: TokenRequest) =>
    `Bearer ${tokens.held(keyOf(scope)) ?? (await tokens.fetch(keyOf(scope), request))}`;

  return {
    async offer(scope) {
      const lesson = learned.get(areaOf(scope));
      if (lesson === undefined) return null;
      if (lesson.kind === "basic") return signIn === null ? null : basicOf(registry, await signIn());
      return withToken(scope, { ...lesson.request, scope: wording(scope) ?? lesson.request.scope });
    },

    async answer(scope, field, sent) {
      const challenges = field === null ? [] : parseChallenges(field);
      if (challenges === null) {
        throw new RegistryError("bad-response", `${registry.origin}: a WWW-Authenticate that cannot be read`);
      }
      const bearer = challenges.find(
        (one) => one.scheme === "bearer" && one.parameters.has("realm"),
      )?.parameters;
      if (bearer !== undefined) {
        // Without credentials there is nothing that a token for nothing could prove, and Quay makes none.
        if (scope === null && signIn === null) return null;
        const request: TokenRequest = {
          realm: parseRealm(registry, bearer.get("realm") ?? ""),
          service: bearer.get("service") ?? null,
          scope: bearer.get("scope") ?? wording(scope),
        };
        learned.set(areaOf(scope), { kind: "bearer", request });
        if (sent?.startsWith("Bearer ")) {
          // The token was for exactly this and does not do: another would be its twin.
          if (bearer.get("error") === "insufficient_scope" && request.scope === scope) return null;
          tokens.drop(keyOf(scope), sent.slice("Bearer ".length));
        }
        return withToken(scope, request);
      }
      const wantsBasic = challenges.some((one) => one.scheme === "basic");
      if (signIn === null || !wantsBasic) return null;
      const basic = basicOf(registry, await signIn(sent));
      if (basic === sent) return null;
      learned.set(areaOf(scope), { kind: "basic" });
      return basic;
    },
  };
}

function basicOf(registry: URL, { kind, secret }: Offer): string {
  if (kind === "basic") return secret;
  const message = `${registry.origin}: takes no identity tokens; sign in with a user name and a password`;
  throw new RegistryError("unauthorized", message);
}

function areaOf(scope: TokenScope): "repository" | "registry" | "root" {
  if (scope === null) return "root";
  return scope === "registry:catalog:*" ? "registry" : "repository";
}

/** The scope in our words, where they are understood everywhere: Quay refuses token requests that name the catalog's. */
function wording(scope: TokenScope): string | null {
  return areaOf(scope) === "repository" ? scope : null;
}

function keyOf(scope: TokenScope): string {
  return scope ?? "";
}
