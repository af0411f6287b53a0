import { parseChallenges } from "./challenge.ts";
import { RegistryError } from "./errors.ts";
import { parseRealm, type TokenCache, type TokenRequest } from "./token.ts";

/** What a request is for, in the words of the token specification; null for `GET /v2/`. */
export type AccessScope = `repository:${string}:pull` | "registry:catalog:*" | null;

/** Answers challenges, and knows from earlier ones what to send at once. */
export interface Authorizer {
  /** The `Authorization` to start with: null until the registry has been heard. */
  offer(scope: AccessScope): Promise<string | null>;
  /** What to send after a 401 with this `WWW-Authenticate`, given what was sent; null if there is nothing better. */
  answer(scope: AccessScope, field: string | null, sent: string | null): Promise<string | null>;
}

type Learned = { readonly kind: "basic" } | { readonly kind: "bearer"; readonly request: TokenRequest };

/**
 * `basic` is the value of a Basic `Authorization`, null without credentials. What one answer teaches holds for its
 * area (repositories, the catalog, the root) alone: Harbor wants Basic for its catalog and Bearer for repositories.
 */
export function createAuthorizer(registry: URL, basic: string | null, tokens: TokenCache): Authorizer {
  const learned = new Map<string, Learned>();

  return {
    async offer(scope) {
      const lesson = learned.get(areaOf(scope));
      if (lesson === undefined) return null;
      if (lesson.kind === "basic") return basic;
      // Only the scope of repositories is ours to word. Quay refuses requests that name the catalog's.
      const request = areaOf(scope) === "repository" ? { ...lesson.request, scope } : lesson.request;
      return `Bearer ${tokens.held(keyOf(scope)) ?? (await tokens.fetch(keyOf(scope), request))}`;
    },

    async answer(scope, field, sent) {
      const challenges = field === null ? [] : parseChallenges(field);
      if (challenges === null) {
        throw new RegistryError("bad-response", `${registry.origin}: a WWW-Authenticate that cannot be read`);
      }
      const bearer = challenges.find(
        ({ scheme, parameters }) => scheme === "bearer" && parameters.has("realm"),
      );
      if (bearer !== undefined) {
        // Without credentials there is nothing that a token for nothing could prove, and Quay makes none.
        if (scope === null && basic === null) return null;
        const request: TokenRequest = {
          realm: parseRealm(registry, bearer.parameters.get("realm") ?? ""),
          service: bearer.parameters.get("service") ?? null,
          scope: bearer.parameters.get("scope") ?? scope,
        };
        learned.set(areaOf(scope), { kind: "bearer", request });
        // The token was for exactly this and does not do: another would be its twin.
        const lacking = bearer.parameters.get("error") === "insufficient_scope" && request.scope === scope;
        if (lacking && sent?.startsWith("Bearer ")) return null;
        if (sent?.startsWith("Bearer ")) tokens.drop(keyOf(scope), sent.slice("Bearer ".length));
        return `Bearer ${tokens.held(keyOf(scope)) ?? (await tokens.fetch(keyOf(scope), request))}`;
      }
      if (basic === null || basic === sent || !challenges.some(({ scheme }) => scheme === "basic"))
        return null;
      learned.set(areaOf(scope), { kind: "basic" });
      return basic;
    },
  };
}

function areaOf(scope: AccessScope): "repository" | "registry" | "root" {
  if (scope === null) return "root";
  return scope === "registry:catalog:*" ? "registry" : "repository";
}

function keyOf(scope: AccessScope): string {
  return scope ?? "";
}
