/** A dot that parts names; one within a name has a backslash before it. */
const NAME_END = /(?<!\\)\./;

/** A name as it stands in a path. */
export function escapeKeyName(name: string): string {
  return name.replaceAll(".", "\\.");
}

/** The path of a key in another, which is empty at the top. */
export function keyPath(around: string, name: string): string {
  return around === "" ? escapeKeyName(name) : `${around}.${escapeKeyName(name)}`;
}

/** The path of a key by its names from the top, as `--set` takes it: `ingress.annotations.nginx\.org/rewrite`. */
export function formatKeyPath(names: readonly string[]): string {
  return names.map(escapeKeyName).join(".");
}

/** The names a path is made of, as they stand in it: `a.b\.c` is `a` and `b\.c`. */
export function splitKeyPath(path: string): readonly string[] {
  return path.split(NAME_END);
}

/** The names a path is made of, as they are: `a.b\.c` is `a` and `b.c`. */
export function readKeyNames(path: string): readonly string[] {
  return splitKeyPath(path).map((name) => name.replaceAll("\\.", "."));
}

/** The key around a key; null at the top. */
export function parentPath(path: string): string | null {
  const names = splitKeyPath(path);
  return names.length < 2 ? null : names.slice(0, -1).join(".");
}

/** Whether every chart that is installed together sees it. */
export function isGlobalPath(path: string): boolean {
  return path === "global" || path.startsWith("global.");
}
