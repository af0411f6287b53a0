import type { Login, LoginReader } from "../../oci/login.ts";

/** A login, and for how long from now it is good, ms. */
export interface Lease {
  readonly login: Login;
  /** Another is asked for then. */
  readonly renewAfterMs: number;
  /** Should there be no other, this one is offered until then. */
  readonly lastsMs: number;
}

/** However often a registry refuses, `renew` fails or logins have ended when they come, it is not called again sooner. */
const PAUSE_MS = 30_000;

/**
 * Keeps what `renew` gives until it is to be renewed or the registry refuses it; all who ask meanwhile wait for the same
 * answer. Throws what `renew` throws.
 */
export function createHeldLogin(
  renew: () => Promise<Lease>,
  pauseMs: number = PAUSE_MS,
  now: () => number = Date.now,
): LoginReader {
  let held: { readonly lease: Lease; readonly since: number } | null = null;
  let failed: { readonly error: unknown; readonly since: number } | null = null;
  let underway: Promise<Login> | null = null;

  const ask = async (): Promise<Login> => {
    try {
      const lease = await renew();
      held = { lease, since: now() };
      failed = null;
      return lease.login;
    } catch (error) {
      failed = { error, since: now() };
      throw error;
    } finally {
      underway = null;
    }
  };

  return {
    async read(refused) {
      const { lease, since } = held ?? { lease: null, since: 0 };
      const age = now() - since;
      const isRefused = refused !== undefined && refused === lease?.login;
      if (lease !== null && age < (isRefused ? pauseMs : Math.max(pauseMs, lease.renewAfterMs)))
        return lease.login;
      try {
        if (failed !== null && now() - failed.since < pauseMs) throw failed.error;
        underway ??= ask();
        return await underway;
      } catch (error) {
        if (lease !== null && !isRefused && age < lease.lastsMs) return lease.login;
        throw error;
      }
    },
  };
}
