const KEY = "chartroom-admin-token";

/** Where the browser keeps nothing, the token is known until the page is left. */
let current: string | null = null;

/** The administrator's token that was given in this tab, or null. It is kept nowhere else, and ends with the tab. */
export function rememberedToken(): string | null {
  return current ?? inStorage((storage) => storage.getItem(KEY));
}

/** Keeps a token; null forgets one that was refused. */
export function rememberToken(token: string | null): void {
  current = token;
  inStorage((storage) => (token === null ? storage.removeItem(KEY) : storage.setItem(KEY, token)));
}

function inStorage<T>(act: (storage: Storage) => T): T | null {
  try {
    return act(sessionStorage);
  } catch {
    return null;
  }
}
