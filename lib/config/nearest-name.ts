import { editDistance } from "../support/edit-distance.ts";

const MIN_PREFIX_LENGTH = 3;

/** The known name a misspelt one was most likely meant to be, or null if none is close. Letter case is no difference. */
export function nearestName(name: string, known: readonly string[]): string | null {
  const wanted = name.toLowerCase();
  const limit = Math.ceil(wanted.length / 3);
  const [best] = known
    .map((candidate) => ({ candidate, distance: distanceOf(wanted, candidate.toLowerCase(), limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  return best?.candidate ?? null;
}

/** A beginning of the name, such as `user` for `username`, counts as one mistake. */
function distanceOf(name: string, candidate: string, limit: number): number {
  const begun = name.length >= MIN_PREFIX_LENGTH && candidate.startsWith(name);
  return begun ? 1 : editDistance(name, candidate, limit);
}
