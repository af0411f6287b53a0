import { LRUCache } from "lru-cache";

/** Clients that are remembered; who has not asked for longest is forgotten, and starts anew. */
const MAX_CLIENTS = 10_000;
const MINUTE_MS = 60_000;

/** What a client is told of its requests. Times in whole seconds. */
export interface RequestAllowance {
  readonly allowed: boolean;
  readonly perMinute: number;
  /** Requests it may make at once. */
  readonly left: number;
  /** Until it may make as many as ever. */
  readonly resetIn: number;
  /** Until it may make the next. */
  readonly retryIn: number;
}

/** A token bucket for each client. */
export interface RequestLimit {
  /** Takes one request of the client's allowance at `now`, ms. */
  take(client: string, now: number): RequestAllowance;
}

/** As many requests at once as in a minute, and then as they are refilled. */
export function createRequestLimit(perMinute: number, maxClients = MAX_CLIENTS): RequestLimit {
  const buckets = new LRUCache<string, { tokens: number; at: number }>({ max: maxClients });
  const perMs = perMinute / MINUTE_MS;
  return {
    take(client, now) {
      const known = buckets.get(client);
      const refilled = known === undefined ? perMinute : known.tokens + Math.max(0, now - known.at) * perMs;
      const tokens = Math.min(perMinute, refilled);
      const allowed = tokens >= 1;
      const rest = allowed ? tokens - 1 : tokens;
      buckets.set(client, { tokens: rest, at: now });
      const secondsUntil = (wanted: number) => Math.ceil(Math.max(0, wanted - rest) / perMs / 1000);
      return {
        allowed,
        perMinute,
        left: Math.floor(rest),
        resetIn: secondsUntil(perMinute),
        retryIn: secondsUntil(1),
      };
    },
  };
}
