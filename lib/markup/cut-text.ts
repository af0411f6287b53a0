/** Characters and lines of a file that a page shows; of 801 real values.yaml the longest has 266,000 and 6,000. */
const MAX_LENGTH = 512 * 1024;
const MAX_LINES = 20_000;

/**
 * As much of a text as a page can show, in whole lines where there are any. Attack: 5 MiB of line ends pack into 5 kB, and
 * each becomes a numbered line of 100 characters of HTML, twice: a gigabyte for one request.
 */
export function cutText(text: string): { readonly text: string; readonly cut: boolean } {
  let lines = 0;
  let end = 0;
  for (const { index } of text.matchAll(/\r\n?|\n/g)) {
    if (index > MAX_LENGTH) break;
    end = index;
    lines += 1;
    if (lines === MAX_LINES) return { text: text.slice(0, end), cut: true };
  }
  if (text.length <= MAX_LENGTH) return { text, cut: false };
  return { text: text.slice(0, end === 0 ? MAX_LENGTH : end).toWellFormed(), cut: true };
}
