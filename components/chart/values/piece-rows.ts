/** Rows in one piece of the list. */
export const PIECE_ROWS = 50;

/** Numbers of rows values.css knows the height of; the content policy leaves no other way to say it. */
const SIZES = [1, 2, 4, 8, 14, 20, 30, 40, PIECE_ROWS];

/** The number of rows whose height is guessed for a piece of so many. */
export function roundRows(rows: number): number {
  return SIZES.find((size) => size >= rows) ?? PIECE_ROWS;
}
