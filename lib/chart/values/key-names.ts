/** The names a key's path is made of, as they are: `a.b\.c` is `a` and `b.c`. */
export function readKeyNames(path: string): readonly string[] {
  const names = path.match(/(?:\\.|[^.\\])+/gs) ?? [path];
  return names.map((name) => name.replaceAll("\\.", "."));
}
