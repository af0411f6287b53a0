import { isJsonObject, type Json, type JsonObject } from "../values/json.ts";
import { keyPath, splitKeyPath } from "../values/key-path.ts";
import type { ValueIdentity } from "./value-identity.ts";
import type { LoneKey, MovedKey } from "./values-difference.ts";

/** Characters a text, or a description, must have to be told from others. */
const MIN_TEXT = 4;
const MIN_WORDS = 12;
/** Keys a subtree must hold: to be known by its name and content without a telling one, and telling ones to be known by content alone. */
const MIN_LEAVES = 4;
const MIN_TELLING = 3;
/** Keys that are looked through for what moved: beyond that, nothing is said to have moved. */
const MAX_PLACES = 50_000;
/** Kubernetes' own words, and others that do not tell where they come from. */
const USUAL = new Set(
  `true false none null always never onfailure ifnotpresent clusterip nodeport loadbalancer externalname prefix exact
  implementationspecific rollingupdate recreate ondelete parallel orderedready soft hard readwriteonce readwritemany
  readonlymany runtimedefault filesystem default info debug warn warning error json text latest http https admin user root
  postgres password nginx linux docker.io quay.io ghcr.io registry.k8s.io 100m 250m 500m 128mi 256mi 512mi cluster.local
  /metrics /healthz /data main local standalone external internal cluster`.split(/\s+/),
);

/** What vanished and appeared, before it is known what of it moved. */
interface LoneKeys {
  readonly vanished: readonly LoneKey[];
  readonly appeared: readonly LoneKey[];
  readonly identity: ValueIdentity;
  /** Descriptions by path, on either side. */
  readonly from: ReadonlyMap<string, string>;
  readonly to: ReadonlyMap<string, string>;
}

/** A key in what appeared or vanished. */
interface Place {
  readonly path: string;
  readonly name: string;
  readonly value: Json;
  readonly description: string;
  readonly parent: Place | null;
}

/**
 * Tells what moved from what vanished and appeared. Only what is hardly chance: what a key is known by must say enough and be
 * there once on either side. The largest subtree is taken as a whole.
 */
export function findMoves({ vanished, appeared, identity, from, to }: LoneKeys): {
  readonly vanished: readonly LoneKey[];
  readonly appeared: readonly LoneKey[];
  readonly moved: readonly MovedKey[];
} {
  const old = placesIn(vanished, from);
  const fresh = placesIn(appeared, to);
  if (old === null || fresh === null) return { vanished, appeared, moved: [] };
  const gone = createTaken();
  const come = createTaken();
  const found = new Map<Place, Place>();
  const marks = [contentMark, renamedMark].map((markOf) => ({
    markOf,
    sources: uniqueBy(old, (place) => markOf(place, identity)),
    targets: uniqueBy(fresh, (place) => markOf(place, identity)),
  }));
  for (const source of old) {
    for (const { markOf, sources, targets } of marks) {
      const mark = markOf(source, identity) ?? "";
      const target = targets.get(mark);
      if (target === undefined || sources.get(mark) !== source) continue;
      if (gone.touches(source) || come.touches(target)) continue;
      gone.take(source);
      come.take(target);
      found.set(source, target);
    }
  }
  if (found.size === 0) return { vanished, appeared, moved: [] };
  const freshByPath = new Map(fresh.map((place) => [place.path, place]));
  const renamed = renamedParents(found);
  for (const source of old) {
    if (gone.touches(source)) continue;
    for (const path of pathsAfter(source, renamed)) {
      const target = freshByPath.get(path);
      if (target === undefined || come.touches(target)) continue;
      if (gone.touches(source) || identity(source.value) !== identity(target.value)) continue;
      gone.take(source);
      come.take(target);
      found.set(source, target);
    }
  }
  return {
    vanished: whatRemains(old, gone),
    appeared: whatRemains(fresh, come),
    moved: old.flatMap((source) => {
      const target = found.get(source);
      return target === undefined ? [] : [{ from: source.path, to: target.path, value: source.value }];
    }),
  };
}

/** Where at least as many keys moved from one parent to another under the same names, the parent was renamed. */
const MIN_RENAMED = 3;

/** The new path of each such parent: where most of its keys went. */
function renamedParents(found: ReadonlyMap<Place, Place>): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const [source, target] of found) {
    let [from, to]: [Place | null, Place | null] = [source, target];
    while (from !== null && to !== null && from.name === to.name) [from, to] = [from.parent, to.parent];
    if (from === null || to === null || from === source) continue;
    const targets = counts.get(from.path) ?? new Map<string, number>();
    counts.set(from.path, targets.set(to.path, (targets.get(to.path) ?? 0) + 1));
  }
  const renamed = new Map<string, string>();
  for (const [from, targets] of counts) {
    const [most] = [...targets].sort(([, a], [, b]) => b - a);
    if (most !== undefined && most[1] >= MIN_RENAMED) renamed.set(from, most[0]);
  }
  return renamed;
}

/** Where a key would be if what is around it was renamed. */
function pathsAfter(place: Place, renamed: ReadonlyMap<string, string>): readonly string[] {
  const paths: string[] = [];
  for (let around = place.parent; around !== null; around = around.parent) {
    const to = renamed.get(around.path);
    if (to !== undefined) paths.push(to + place.path.slice(around.path.length));
  }
  return paths;
}

/** A key of the same name with the same content; for a number, which says little, also of the same description. */
function contentMark({ name, value, description }: Place, identity: ValueIdentity): string | null {
  if (typeof value === "number") {
    const enough = Math.abs(value) > 1 && description.length >= MIN_WORDS;
    return enough ? `${identity(value)} ${name} ${description}` : null;
  }
  const enough = countTelling(value) > 0 || (isJsonObject(value) && hasLeaves(value, MIN_LEAVES));
  return enough ? `${identity(value)} ${name}` : null;
}

/** A key of another name with the same content: a subtree that is hardly there twice, or of which the same is said. */
function renamedMark({ value, description }: Place, identity: ValueIdentity): string | null {
  const telling = countTelling(value);
  if (isJsonObject(value)) return telling >= MIN_TELLING ? String(identity(value)) : null;
  return telling > 0 && description.length >= MIN_WORDS ? `${identity(value)} ${description}` : null;
}

/** What was counted: a value that aliases put in many places is looked through once. */
const counted = new WeakMap<object, number>();

/** How many texts in a value are hardly chance. */
function countTelling(value: Json): number {
  if (typeof value === "string") return value.length >= MIN_TEXT && !USUAL.has(value.toLowerCase()) ? 1 : 0;
  if (typeof value !== "object" || value === null) return 0;
  const known = counted.get(value);
  if (known !== undefined) return known;
  const telling = Object.values(value).reduce<number>((sum, one) => sum + countTelling(one), 0);
  counted.set(value, telling);
  return telling;
}

/** Whether there are as many keys in it that hold no others. */
function hasLeaves(value: JsonObject, least: number): boolean {
  let left = least;
  const count = (map: JsonObject): void => {
    for (const one of Object.values(map)) {
      if (left <= 0) return;
      if (isJsonObject(one)) count(one);
      else left -= 1;
    }
  };
  count(value);
  return left <= 0;
}

/** All keys in what is there on one side only, each before those in it; null if there are too many. */
function placesIn(
  keys: readonly LoneKey[],
  descriptions: ReadonlyMap<string, string>,
): readonly Place[] | null {
  const places: Place[] = [];

  function add(path: string, name: string, value: Json, parent: Place | null): void {
    const place = { path, name, value, parent, description: descriptions.get(path) ?? "" };
    places.push(place);
    if (!isJsonObject(value)) return;
    for (const [inner, one] of Object.entries(value)) {
      if (places.length <= MAX_PLACES) add(keyPath(path, inner), inner, one, place);
    }
  }

  for (const { path, value } of keys) {
    if (places.length <= MAX_PLACES) add(path, splitKeyPath(path).at(-1) ?? path, value, null);
  }
  return places.length > MAX_PLACES ? null : places;
}

/** What there is once of each mark. */
function uniqueBy(
  places: readonly Place[],
  markOf: (place: Place) => string | null,
): ReadonlyMap<string, Place> {
  const unique = new Map<string, Place | null>();
  for (const place of places) {
    const mark = markOf(place);
    if (mark !== null) unique.set(mark, unique.has(mark) ? null : place);
  }
  return new Map([...unique].flatMap(([mark, place]) => (place === null ? [] : [[mark, place]])));
}

interface Taken {
  readonly take: (place: Place) => void;
  /** Whether the key is taken, is in one that is, or holds one that is. */
  readonly touches: (place: Place) => boolean;
}

function createTaken(): Taken {
  const taken = new Set<Place>();
  const around = new Set<Place>();
  const isWithin = (place: Place | null): boolean =>
    place !== null && (taken.has(place) || isWithin(place.parent));
  return {
    take: (place) => {
      taken.add(place);
      for (let one: Place | null = place; one !== null; one = one.parent) around.add(one);
    },
    touches: (place) => around.has(place) || isWithin(place),
  };
}

/** What of the keys did not move: a subtree of which nothing did is one, of another its parts remain. */
function whatRemains(places: readonly Place[], taken: Taken): readonly LoneKey[] {
  return places
    .filter((place) => !taken.touches(place) && (place.parent === null || taken.touches(place.parent)))
    .map(({ path, value }) => ({ path, value }));
}
