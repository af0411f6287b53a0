/** An attribute of a document that may stand in a filter. */
export type FilterAttribute =
  | "appVersion"
  | "category"
  | "chart"
  | "crdNames"
  | "dependencies"
  | "digests"
  | "error.code"
  | "id"
  | "imageNames"
  | "is"
  | "keywords"
  | "kind"
  | "kinds"
  | "layer"
  | "license"
  | "maintainers"
  | "nameParts"
  | "namespace"
  | "nonce"
  | "repository"
  | "source"
  | "type"
  | "valueKeys"
  | "version";

/** An attribute that holds a number, or null. */
export type NumberAttribute =
  | "appNumber"
  | "createdTs"
  | "kubeBelow"
  | "kubeFrom"
  | "updatedTs"
  | "versionNumber";

/** `attribute IN [..]`; an empty list fulfils nothing. */
export function isOneOf(attribute: FilterAttribute, values: Iterable<string>): string {
  return `${attribute} IN [${[...values].map(quote).join(", ")}]`;
}

/** `attribute NOT IN [..]`; an empty list excludes nothing. */
export function isNoneOf(attribute: FilterAttribute, values: Iterable<string>): string {
  return `${attribute} NOT IN [${[...values].map(quote).join(", ")}]`;
}

/** `attribute = value`. */
export function equals(attribute: FilterAttribute, value: string): string {
  return `${attribute} = ${quote(value)}`;
}

/** `attribute STARTS WITH prefix`. */
export function startsWith(attribute: FilterAttribute, prefix: string): string {
  return `${attribute} STARTS WITH ${quote(prefix)}`;
}

/** The attribute holds something: it is neither missing, nor null, nor empty. */
export function isPresent(attribute: FilterAttribute): string {
  return `${attribute} EXISTS AND ${attribute} IS NOT NULL AND ${attribute} IS NOT EMPTY`;
}

/** `attribute >= number`. */
export function isAtLeast(attribute: NumberAttribute, number: number): string {
  return `${attribute} >= ${number}`;
}

/** `attribute > number`. */
export function isAbove(attribute: NumberAttribute, number: number): string {
  return `${attribute} > ${number}`;
}

/** `attribute < number`. */
export function isBelow(attribute: NumberAttribute, number: number): string {
  return `${attribute} < ${number}`;
}

/** `attribute IS NULL`: the document says there is none. */
export function isNull(attribute: NumberAttribute): string {
  return `${attribute} IS NULL`;
}

/** All of them; without any, everything. */
export function allOf(filters: readonly string[]): string {
  return filters.map((filter) => `(${filter})`).join(" AND ");
}

/** At least one of one or more. */
export function anyOf(filters: readonly string[]): string {
  return filters.map((filter) => `(${filter})`).join(" OR ");
}

/** What does not fulfil it. */
export function not(filter: string): string {
  return `NOT (${filter})`;
}

/**
 * Meilisearch reads a double-quoted string with backslash escapes; nothing else has a meaning inside it. It refuses half
 * of a character.
 */
function quote(value: string): string {
  return `"${value.toWellFormed().replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
