/** An attribute of a document that may stand in a filter. */
type FilterAttribute =
  | "source"
  | "namespace"
  | "keywords"
  | "type"
  | "chart"
  | "repository"
  | "kind"
  | "error.code"
  | "id"
  | "nonce";

/** `attribute IN [..]`; an empty list fulfils nothing. */
export function isOneOf(attribute: FilterAttribute, values: Iterable<string>): string {
  return `${attribute} IN [${[...values].map(quote).join(", ")}]`;
}

/** `attribute = value`. */
export function equals(attribute: FilterAttribute, value: string): string {
  return `${attribute} = ${quote(value)}`;
}

/** All of them; without any, everything. */
export function allOf(filters: readonly string[]): string {
  return filters.map((filter) => `(${filter})`).join(" AND ");
}

/** Meilisearch reads a double-quoted string with backslash escapes; nothing else has a meaning inside it. */
function quote(value: string): string {
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
