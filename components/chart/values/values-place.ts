/** The file of values that is shown if the address names none. */
const FIRST_FILE = "values.yaml";

/** What the address of a file of values says of it, besides that it is shown as it is. */
export function valuesFilePlace(file: string): string {
  return file === FIRST_FILE ? "" : `&file=${encodeURIComponent(file)}`;
}

/** A key among the values, or a line of a file of theirs, from a page of the same release. */
export function valuesPlace(place: { key: string } | { file: string; line?: number }): string {
  if ("key" in place) return `?tab=values&key=${encodeURIComponent(place.key)}`;
  const line = place.line === undefined ? "" : `#L${place.line}`;
  return `?tab=values&view=raw${valuesFilePlace(place.file)}${line}`;
}

/** Where the templates use a key, from a page of the same release. */
export function keyUsesPlace(path: string): string {
  return `?tab=templates&find=${encodeURIComponent(`.Values.${path}`)}`;
}
