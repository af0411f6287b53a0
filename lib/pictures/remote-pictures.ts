import { LRUCache } from "lru-cache";
import type { Dispatcher } from "undici";
import { type Asker, createFairTurns } from "./fair-turns.ts";
import { fetchPicture, type Picture, PictureError } from "./fetch-picture.ts";

/** A picture, or why there is none. */
export type PictureAnswer =
  | ({ readonly kind: "picture" } & Picture)
  | { readonly kind: "failed"; readonly reason: string };

/** Pictures of other hosts, fetched a few at a time and kept for a while. */
export interface RemotePictures {
  /** `asker`: the chart the picture is in, and its source; of one chart a few are fetched at once. Never throws. */
  get(address: URL, asker: Asker): Promise<PictureAnswer>;
}

/** Bytes of pictures kept in memory. */
const CACHE_BYTES = 64 * 1024 * 1024;
/** What is kept beside the bytes. */
const ENTRY_BYTES = 1024;
const KEPT_MS = 60 * 60 * 1000;
const FAILED_MS = 60 * 1000;
/**
 * At once, and waiting. Attack: a README of 200 pictures on 200 hosts that all answer after ten seconds must not hold up every
 * other; nor must it in each of its versions, so they count together.
 */
const BOUNDS = { all: 24, ofMember: 8, ofPlace: 6, waiting: 1_000 } as const;
/** How long a picture waits for its turn, ms. */
const PATIENCE_MS = 10_000;

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
  const turns = createFairTurns(BOUNDS);

  async function load(address: URL, asker: Asker): Promise<PictureAnswer> {
    const asked = now();
    const fetchInTime = async (): Promise<PictureAnswer> => {
      if (now() - asked > PATIENCE_MS) return BUSY;
      const answer = await toAnswer(fetch(connections, address));
      kept.set(address.href, answer, { ttl: answer.kind === "picture" ? KEPT_MS : FAILED_MS });
      return answer;
    };
    return (await turns.take(asker, address.host, fetchInTime)) ?? BUSY;
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
