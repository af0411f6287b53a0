/** A name and its password. */
export interface Account {
  readonly username: string;
  readonly password: string;
}

/** Passwords that do not last, and are read when they are needed. */
export interface AccountReader {
  /** The account as it is known, or a newer one if there may be one once `refused` was. Throws `RegistryError`. */
  read(refused?: Account): Promise<Account>;
}

/** The value of a Basic `Authorization`; given one that was refused, a newer one or the same. */
export type BasicLogin = (refused?: string | null) => Promise<string>;

/** Null without credentials. */
export function createBasicLogin(credentials: Account | AccountReader | null): BasicLogin | null {
  if (credentials === null) return null;
  if (!("read" in credentials)) {
    const fixed = basicAuthorization(credentials);
    return async () => fixed;
  }
  return async (refused) => {
    const held = await credentials.read();
    const basic = basicAuthorization(held);
    return basic === refused ? basicAuthorization(await credentials.read(held)) : basic;
  };
}

function basicAuthorization({ username, password }: Account): string {
  return `Basic ${Buffer.from(`${username}:${password}`, "utf8").toString("base64")}`;
}
