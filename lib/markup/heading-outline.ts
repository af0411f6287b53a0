/**
 * Gives the headings of a text their level below the page's own h1, from 2 on, without gaps: a text that starts at
 * h3 or leaps from h1 to h4 reads as one outline all the same.
 */
export function createOutline(): (written: number) => number {
  const above: number[] = [];
  return (written) => {
    while ((above.at(-1) ?? 0) >= written) above.pop();
    above.push(written);
    return Math.min(above.length + 1, 6);
  };
}
