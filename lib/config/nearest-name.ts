const MIN_PREFIX_LENGTH = 3;

/** The known name a misspelt one was most likely meant to be, or null if none is close. Letter case is no difference. */
export function nearestName(name: string, known: readonly string[]): string | null {
  const wanted = name.toLowerCase();
  const limit = Math.ceil(wanted.length / 3);
  const [best] = known
    .map((candidate) => ({ candidate, distance: distanceOf(wanted, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  return best?.candidate ?? null;
}

/** A beginning of the name, such as `user` for `username`, counts as one mistake. */
function distanceOf(name: string, candidate: string): number {
  return name.length >= MIN_PREFIX_LENGTH && candidate.startsWith(name) ? 1 : editDistance(name, candidate);
}

/** Levenshtein: how many letters must be inserted, removed or replaced to get from one word to the other. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...from].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...to].entries()) {
      const replaced = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
