/** The names a key's path is made of, as written there: `a.b\.c` is `a` and `b\.c`. */
export function keyNames(path: string): readonly string[] {
  return path.match(/(?:\\.|[^.\\])+/gs) ?? [path];
}
