import { isJsonObject, type Json, type JsonObject, memberOf } from "../values/json.ts";
import { keyPath } from "../values/key-path.ts";
import { findMoves } from "./moved-keys.ts";
import { createValueIdentity, type ValueIdentity } from "./value-identity.ts";
import type { ChangedKey, DescribedKey, LoneKey, RetypedKey, ValuesDifference } from "./values-difference.ts";

/** The values of one side, and what their author says of each key. */
export interface DescribedValues {
  readonly values: JsonObject;
  readonly descriptions: ReadonlyMap<string, string>;
}

/** Keys that differ; of 645 pairs of consecutive real versions none has more than 1,500. Attack: aliases that stand for a million. */
const MAX_DIFFERENCES = 20_000;

/** How the values differ, key by key; null if in too many. */
export function compareValues(from: DescribedValues, to: DescribedValues): ValuesDifference | null {
  const identity = createValueIdentity();
  const found = compareMaps(from.values, to.values, identity);
  if (found === null) return null;
  const { appeared, vanished, changed, retyped } = found;
  return {
    ...findMoves({ vanished, appeared, identity, from: from.descriptions, to: to.descriptions }),
    changed,
    retyped,
    described: compareDescriptions(from.descriptions, to.descriptions),
  };
}

function compareMaps(from: JsonObject, to: JsonObject, identity: ValueIdentity) {
  const appeared: LoneKey[] = [];
  const vanished: LoneKey[] = [];
  const changed: ChangedKey[] = [];
  const retyped: RetypedKey[] = [];
  let room = MAX_DIFFERENCES;

  function descend(one: JsonObject, other: JsonObject, prefix: string): void {
    for (const [name, value] of Object.entries(one)) {
      if (room < 0) return;
      const path = keyPath(prefix, name);
      const now = memberOf(other, name);
      if (now !== undefined) compare(value, now, path);
      else {
        vanished.push({ path, value });
        room -= 1;
      }
    }
    for (const [name, value] of Object.entries(other)) {
      if (room < 0) return;
      if (memberOf(one, name) !== undefined) continue;
      appeared.push({ path: keyPath(prefix, name), value });
      room -= 1;
    }
  }

  function compare(one: Json, other: Json, path: string): void {
    if (identity(one) === identity(other)) return;
    if (isJsonObject(one) && isJsonObject(other) && !isEmpty(one) && !isEmpty(other)) {
      descend(one, other, path);
      return;
    }
    room -= 1;
    // What was not set has no type yet.
    if (one !== null && other !== null && typeOf(one) !== typeOf(other))
      retyped.push({ path, from: one, to: other });
    else changed.push({ path, from: one, to: other, items: compareItems(one, other, identity) });
  }

  descend(from, to, "");
  return room < 0 ? null : { appeared, vanished, changed, retyped };
}

function isEmpty(map: JsonObject): boolean {
  return Object.keys(map).length === 0;
}

function typeOf(value: Json): string {
  return Array.isArray(value) ? "list" : typeof value;
}

/** What of a list comes more often on one side. */
function compareItems(from: Json, to: Json, identity: ValueIdentity): ChangedKey["items"] {
  if (!isList(from) || !isList(to)) return null;
  return { removed: itemsWithout(from, to, identity), added: itemsWithout(to, from, identity) };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function itemsWithout(
  items: readonly Json[],
  others: readonly Json[],
  identity: ValueIdentity,
): readonly Json[] {
  const counts = new Map<number, number>();
  for (const other of others) counts.set(identity(other), (counts.get(identity(other)) ?? 0) + 1);
  return items.filter((item) => {
    const left = counts.get(identity(item)) ?? 0;
    counts.set(identity(item), left - 1);
    return left <= 0;
  });
}

function compareDescriptions(
  from: ReadonlyMap<string, string>,
  to: ReadonlyMap<string, string>,
): readonly DescribedKey[] {
  const described: DescribedKey[] = [];
  for (const [path, words] of from) {
    const now = to.get(path);
    if (now !== undefined && now !== words) described.push({ path, from: words, to: now });
  }
  return described;
}
