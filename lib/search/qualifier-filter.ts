import { dateInterval } from "../catalog/date-interval.ts";
import { QUALIFIER_NAMES, QUALIFIERS, type QualifierName } from "../catalog/qualifiers.ts";
import { findValueFault } from "../catalog/search-mistakes.ts";
import type { SearchTerm } from "../catalog/search-text.ts";
import { versionInterval } from "../chart/version-number.ts";
import {
  allOf,
  anyOf,
  equals,
  type FilterAttribute,
  isAbove,
  isAtLeast,
  isBelow,
  isNull,
  isPresent,
  type NumberAttribute,
  not,
  startsWith,
} from "./filter.ts";

interface Interval {
  readonly from: number;
  readonly below: number;
}

/** Qualifiers that hold if an attribute has the text, and which one. */
export const TEXT_ATTRIBUTES = {
  image: "imageNames",
  crd: "crdNames",
  kind: "kinds",
  value: "valueKeys",
  dep: "dependencies",
  maintainer: "maintainers",
  name: "nameParts",
  namespace: "namespace",
  source: "source",
  keyword: "keywords",
  category: "category",
  license: "license",
  type: "type",
  digest: "digests",
  is: "is",
} as const satisfies Partial<Record<QualifierName, FilterAttribute>>;

/** Values picked as facets, by the qualifier each facet goes with. */
type ChosenValues = Readonly<Partial<Record<keyof typeof TEXT_ATTRIBUTES, readonly string[]>>>;

/**
 * The filters a search must fulfil beside its words, all of them; `now` in ms since 1970. A value that cannot be read
 * restricts nothing. Values chosen are taken as they are and join what is typed under the same name. `without` leaves the
 * alternatives of one name out, to count what else could be chosen; what is excluded, or must all hold, stays.
 */
export function qualifierFilters(
  terms: readonly SearchTerm[],
  now: number,
  chosen: ChosenValues = {},
  without: QualifierName | null = null,
): readonly string[] {
  const picked: Readonly<Partial<Record<QualifierName, readonly string[]>>> = chosen;
  return QUALIFIER_NAMES.flatMap((name) => {
    const typed = terms.flatMap((term) => {
      const filter = term.kind === "qualifier" && term.name === name ? filterOf(name, term.value, now) : null;
      return filter === null ? [] : [{ filter, negated: term.negated }];
    });
    const excluded = typed.filter(({ negated }) => negated).map(({ filter }) => not(filter));
    const wanted = [
      ...typed.filter(({ negated }) => !negated).map(({ filter }) => filter),
      ...(picked[name] ?? []).flatMap((value) =>
        isText(name) ? [equals(TEXT_ATTRIBUTES[name], value)] : [],
      ),
    ];
    if (QUALIFIERS[name].several === "all") return [...wanted, ...excluded];
    return wanted.length === 0 || name === without ? excluded : [anyOf(wanted), ...excluded];
  });
}

/** Null if the value cannot be read. */
function filterOf(name: QualifierName, value: string, now: number): string | null {
  if (findValueFault(name, value) !== null) return null;
  switch (name) {
    case "kube":
      return runsOn(value);
    case "app":
      return hasVersion("appNumber", "appVersion", value);
    case "version":
      return hasVersion("versionNumber", "version", value);
    case "updated":
      return isWithin("updatedTs", dateInterval(value, now));
    case "created":
      return isWithin("createdTs", dateInterval(value, now));
    case "digest":
      return startsWith("digests", wholeDigest(value));
    case "image":
      return hasText("imageNames", withoutTag(value));
    default:
      return hasText(TEXT_ATTRIBUTES[name], value);
  }
}

/** Whether a chart takes at least one of the Kubernetes versions; without a range it takes all. */
function runsOn(value: string): string | null {
  const interval = versionInterval(value);
  if (interval === null) return null;
  const overlaps = allOf([isBelow("kubeFrom", interval.below), isAbove("kubeBelow", interval.from)]);
  return anyOf([isNull("kubeFrom"), overlaps]);
}

function hasVersion(number: NumberAttribute, text: FilterAttribute, value: string): string | null {
  const interval = versionInterval(value);
  return interval === null ? hasText(text, value) : isWithin(number, interval);
}

function isWithin(attribute: NumberAttribute, interval: Interval | null): string | null {
  if (interval === null) return null;
  return allOf([isAtLeast(attribute, interval.from), isBelow(attribute, interval.below)]);
}

/** A `*` at the end stands for any ending, and alone for anything at all. */
function hasText(attribute: FilterAttribute, value: string): string {
  if (value === "*") return isPresent(attribute);
  return value.endsWith("*") ? startsWith(attribute, value.slice(0, -1)) : equals(attribute, value);
}

/** A digest or its beginning, with the algorithm before it. */
function wholeDigest(value: string): string {
  const hex = value.toLowerCase().replace(/\*$/, "");
  return hex.includes(":") ? hex : `sha256:${hex}`;
}

/** Charts are found by an image's name, whatever its tag or digest: `redis:7.2` is `redis`. */
export function withoutTag(image: string): string {
  const [name = ""] = image.split("@");
  const tag = name.indexOf(":", name.lastIndexOf("/") + 1);
  return tag <= 0 ? name : name.slice(0, tag);
}

function isText(name: QualifierName): name is keyof typeof TEXT_ATTRIBUTES {
  return name in TEXT_ATTRIBUTES;
}
