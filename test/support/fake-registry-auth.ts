import { randomUUID } from "node:crypto";
import { type Answer, jsonAnswer, type LoggedRequest } from "./fake-registry-faults.ts";

export interface FakeUser {
  readonly username: string;
  readonly password: string;
}

/** How a fake registry wants to be spoken to. */
export type FakeAuth =
  | { readonly kind: "none" }
  | { readonly kind: "basic"; readonly user: FakeUser }
  | {
      readonly kind: "token";
      /** Who may have tokens; null: everyone, without a name. */
      readonly user: FakeUser | null;
      /** The identity token that is taken in place of the user's password, in the form of OAuth2. */
      readonly identity?: { readonly token: string };
      readonly lifetimeSeconds?: number;
      /** Scopes nobody gets. */
      readonly denied?: readonly string[];
      /** The realm to name, when it is not the registry's own. */
      readonly realm?: string;
    };

interface Grant {
  readonly scopes: readonly string[];
  readonly until: number;
}

/** The door of a fake registry. */
export interface FakeGate {
  /** The refusal of a request that may not pass, or null. */
  check(request: LoggedRequest, scope: string | null): Answer | null;
  /** The token service. */
  token(request: LoggedRequest): Answer;
  /** From now on no token made so far is taken. */
  expireTokens(): void;
}

export function createGate(auth: FakeAuth, origin: () => string): FakeGate {
  const grants = new Map<string, Grant>();
  const unauthorized = (challenge: string) =>
    jsonAnswer(
      401,
      { errors: [{ code: "UNAUTHORIZED", message: "authentication required", detail: null }] },
      { "www-authenticate": challenge },
    );
  const isUser = (request: LoggedRequest, user: FakeUser) =>
    request.headers.authorization ===
    `Basic ${Buffer.from(`${user.username}:${user.password}`).toString("base64")}`;

  return {
    check(request, scope) {
      if (auth.kind === "none") return null;
      if (auth.kind === "basic")
        return isUser(request, auth.user) ? null : unauthorized('Basic realm="fake"');
      const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
      const grant = token === undefined ? undefined : grants.get(token);
      const valid = grant !== undefined && grant.until > Date.now();
      if (valid && (scope === null || grant.scopes.includes(scope))) return null;
      const fields = [`realm="${auth.realm ?? `${origin()}/token`}"`, 'service="fake"'];
      if (scope !== null) fields.push(`scope="${scope}"`);
      if (token !== undefined) fields.push(`error="${valid ? "insufficient_scope" : "invalid_token"}"`);
      return unauthorized(`Bearer ${fields.join(",")}`);
    },
    token(request) {
      if (auth.kind !== "token") return unauthorized('Basic realm="fake"');
      const isForm = request.method === "POST";
      const asked = isForm ? new URLSearchParams(request.body) : new URL(request.path, origin()).searchParams;
      if (isForm) {
        if (!isRefresh(request, asked, auth.identity)) return jsonAnswer(400, { error: "invalid_grant" });
      } else if (auth.user !== null && !isUser(request, auth.user)) {
        return unauthorized('Basic realm="fake"');
      }
      const wanted = asked.getAll("scope");
      const token = `token-${randomUUID()}`;
      const lifetime = auth.lifetimeSeconds ?? 300;
      grants.set(token, {
        scopes: wanted.filter((scope) => !auth.denied?.includes(scope)),
        until: Date.now() + lifetime * 1000,
      });
      return jsonAnswer(200, { [isForm ? "access_token" : "token"]: token, expires_in: lifetime });
    },
    expireTokens: () => grants.clear(),
  };
}

/** As `docs/spec/auth/oauth.md` has it: everything in the body, and no password beside it. */
function isRefresh(
  { path, headers }: LoggedRequest,
  form: URLSearchParams,
  identity: { readonly token: string } | undefined,
): boolean {
  return (
    path === "/token" &&
    headers["content-type"] === "application/x-www-form-urlencoded" &&
    headers.authorization === undefined &&
    form.get("grant_type") === "refresh_token" &&
    form.get("service") === "fake" &&
    form.get("client_id") !== null &&
    identity !== undefined &&
    form.get("refresh_token") === identity.token
  );
}
