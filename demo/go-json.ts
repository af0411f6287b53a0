/**
 * JSON as Go writes it, so that content has the digest `helm push` would give it: a struct's fields in their order,
 * then a map's keys in theirs, and `<`, `>` and `&` escaped. Without an order, keys stay as they are.
 */
export function goJson(value: unknown, fieldOrder?: readonly string[]): string {
  const json = fieldOrder ? JSON.stringify(value, inOrder(fieldOrder)) : JSON.stringify(value);
  return json.replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function inOrder(fieldOrder: readonly string[]) {
  const place = (key: string) => (fieldOrder.includes(key) ? fieldOrder.indexOf(key) : fieldOrder.length);
  return (_key: string, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    const entries = Object.entries(part);
    return Object.fromEntries(entries.sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1)));
  };
}
