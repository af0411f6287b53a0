/** Rows of the table that are kept, each with room for the longest word there is. */
const MAX_LETTERS = 300;
const ROWS = [0, 1, 2].map(() => new Uint16Array(MAX_LETTERS + 2));

/**
 * Letters to insert, remove, replace or exchange with their neighbour to get from one word to the other (optimal string
 * alignment), or `limit + 1` if it is more than `limit`; so too for words of more than 300 letters. Only what lies within the
 * limit is looked at, so time grows with length and limit.
 */
export function editDistance(one: string, other: string, limit: number): number {
  const tooMany = limit + 1;
  if (Math.abs(one.length - other.length) > limit) return tooMany;
  if (one === other) return 0;
  if (Math.max(one.length, other.length) > MAX_LETTERS) return tooMany;
  let [beforeLast, last, current] = ROWS as [Uint16Array, Uint16Array, Uint16Array];
  for (let column = 0; column <= Math.min(other.length, limit + 1); column++) last[column] = column;
  for (let row = 1; row <= one.length; row++) {
    const first = Math.max(1, row - limit);
    const end = Math.min(other.length, row + limit);
    current[first - 1] = first === 1 ? row : tooMany;
    let best = first === 1 ? row : tooMany;
    const letter = one.charCodeAt(row - 1);
    for (let column = first; column <= end; column++) {
      const opposite = other.charCodeAt(column - 1);
      const replaced = (last[column - 1] ?? tooMany) + (letter === opposite ? 0 : 1);
      const above = column === row + limit ? tooMany : (last[column] ?? tooMany) + 1;
      let cost = Math.min(replaced, above, (current[column - 1] ?? tooMany) + 1, tooMany);
      const exchanged = column > 1 && row > 1 && letter === other.charCodeAt(column - 2);
      if (exchanged && one.charCodeAt(row - 2) === opposite)
        cost = Math.min(cost, (beforeLast[column - 2] ?? tooMany) + 1);
      current[column] = cost;
      if (cost < best) best = cost;
    }
    if (best > limit) return tooMany;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return Math.min(last[other.length] ?? tooMany, tooMany);
}
