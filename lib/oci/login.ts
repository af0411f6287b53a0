/** A name and its password. */
export interface Account {
  readonly username: string;
  readonly password: string;
}

/** What a token service takes in place of a password (distribution `docs/spec/auth/oauth.md`, `refresh_token`). */
export interface IdentityToken {
  readonly identityToken: string;
}

/** What one signs in with. */
export type Login = Account | IdentityToken;

/** Logins that do not last, and are read when they are needed. */
export interface LoginReader {
  /** The login as it is known, or a newer one if there may be one once `refused` was. Throws `RegistryError`. */
  read(refused?: Login): Promise<Login>;
}

/** A login as it is sent. */
export interface Offer {
  readonly kind: "basic" | "identity-token";
  /** The value of a Basic `Authorization`, or the token itself. */
  readonly secret: string;
}

/** What to offer; given a secret that was refused, a newer one or the same. */
export type SignIn = (refused?: string | null) => Promise<Offer>;

/** Null without credentials. */
export function createSignIn(credentials: Account | LoginReader | null): SignIn | null {
  if (credentials === null) return null;
  if (!("read" in credentials)) {
    const fixed = toOffer(credentials);
    return async () => fixed;
  }
  return async (refused) => {
    const held = await credentials.read();
    const offer = toOffer(held);
    return offer.secret === refused ? toOffer(await credentials.read(held)) : offer;
  };
}

function toOffer(login: Login): Offer {
  if ("identityToken" in login) return { kind: "identity-token", secret: login.identityToken };
  const pair = Buffer.from(`${login.username}:${login.password}`, "utf8");
  return { kind: "basic", secret: `Basic ${pair.toString("base64")}` };
}
