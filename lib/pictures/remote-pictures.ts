import { LRUCache } from "lru-cache";
import pLimit, { type LimitFunction } from "p-limit";
import type { Dispatcher } from "undici";
import { fetchPicture, type Picture, PictureError } from "./fetch-picture.ts";

/** A picture, or why there is none. */
export type PictureAnswer =
  | ({ readonly kind: "picture" } & Picture)
  | { readonly kind: "failed"; readonly reason: string };

/** Pictures of other hosts, fetched a few at a time and kept for a while. */
export interface RemotePictures {
  /** `asker`: what the picture is in; of one text a few are fetched at once. Never throws. */
  get(address: URL, asker: string): Promise<PictureAnswer>;
}

/** Bytes of pictures kept in memory. */
const CACHE_BYTES = 64 * 1024 * 1024;
/** What is kept beside the bytes. */
const ENTRY_BYTES = 1024;
const KEPT_MS = 60 * 60 * 1000;
const FAILED_MS = 60 * 1000;
const AT_ONCE = 24;
/** Attack: a README of 200 pictures on 200 hosts that all answer after ten seconds must not hold up every other. */
const AT_ONCE_FOR_ASKER = 8;
const AT_ONCE_OF_HOST = 6;
/** How long a picture waits for its turn, ms, and how many may wait. */
const PATIENCE_MS = 10_000;
const MAX_WAITING = 1_000;

/** Where pictures come from; tests have their own. */
export interface PictureSource {
  readonly connections: Dispatcher;
  readonly fetch?: typeof fetchPicture;
  /** ms. */
  readonly now?: () => number;
}

/** Fetches over `connections`. Whether somebody may have a picture is for the caller to say: it is asked for anything here. */
export function createRemotePictures(source: PictureSource): RemotePictures {
  const { connections, fetch = fetchPicture, now = () => performance.now() } = source;
  const kept = new LRUCache<string, PictureAnswer>({
    maxSize: CACHE_BYTES,
    sizeCalculation: (answer) => ENTRY_BYTES + (answer.kind === "picture" ? answer.bytes.length : 0),
    ttlResolution: 0,
    perf: { now },
  });
  const underWay = new Map<string, Promise<PictureAnswer>>();
  const ofHost = createLanes(AT_ONCE_OF_HOST);
  const ofAsker = createLanes(AT_ONCE_FOR_ASKER);
  const all = pLimit(AT_ONCE);
  let waiting = 0;

  async function load(address: URL, asker: string): Promise<PictureAnswer> {
    if (waiting >= MAX_WAITING) return BUSY;
    waiting += 1;
    const asked = now();
    const fetchInTime = async (): Promise<PictureAnswer> => {
      if (now() - asked > PATIENCE_MS) return BUSY;
      const answer = await toAnswer(fetch(connections, address));
      kept.set(address.href, answer, { ttl: answer.kind === "picture" ? KEPT_MS : FAILED_MS });
      return answer;
    };
    try {
      return await ofAsker(asker, () => ofHost(address.host, () => all(fetchInTime)));
    } finally {
      waiting -= 1;
    }
  }

  return {
    async get(address, asker) {
      const key = address.href;
      const known = kept.get(key) ?? underWay.get(key);
      if (known !== undefined) return known;
      const loading = load(address, asker).finally(() => underWay.delete(key));
      underWay.set(key, loading);
      return loading;
    },
  };
}

/** It may be had a moment later, so it is not remembered. */
const BUSY: PictureAnswer = { kind: "failed", reason: "too many pictures are being fetched" };

async function toAnswer(picture: Promise<Picture>): Promise<PictureAnswer> {
  try {
    return { kind: "picture", ...(await picture) };
  } catch (error) {
    if (!(error instanceof PictureError)) throw error;
    return { kind: "failed", reason: error.message };
  }
}

/** So many at once under each name; a name nobody waits under is forgotten. */
function createLanes(atOnce: number) {
  const lanes = new Map<string, { readonly turn: LimitFunction; users: number }>();
  return async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    const lane = lanes.get(name) ?? { turn: pLimit(atOnce), users: 0 };
    lanes.set(name, lane);
    lane.users += 1;
    try {
      return await lane.turn(run);
    } finally {
      lane.users -= 1;
      if (lane.users === 0) lanes.delete(name);
    }
  };
}
