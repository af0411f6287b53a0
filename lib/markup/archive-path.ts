/**
 * The file of an archive that a relative link in one of its files means: `docs/a.md` and `../img/b.png?raw=true` give
 * `img/b.png`. Null when it leads out of the archive or is not a path.
 */
export function resolveArchivePath(from: string, target: string): string | null {
  const path = decodePath(target.replace(/[?#].*$/s, ""));
  // An absolute path is one of the site the README was written for, not of the archive.
  if (path === null || path === "" || path.startsWith("/")) return null;
  const resolved = from.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") resolved.push(step);
    else if (resolved.pop() === undefined) return null;
  }
  return resolved.length === 0 ? null : resolved.join("/");
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
