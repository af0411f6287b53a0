/** A dot that parts names; one within a name has a backslash before it. */
const NAME_END = /(?<!\\)\./;

/** The names the path of a key or a field is made of, as written there: `a.b\.c` is `a` and `b\.c`. */
export function keyNames(path: string): readonly string[] {
  return path.split(NAME_END);
}

/** A name as it is: `b.c` of `b\.c`. */
export function plainName(name: string): string {
  return name.replaceAll("\\.", ".");
}
