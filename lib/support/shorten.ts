/** A text of at most so many characters; of a longer one the beginning, with an ellipsis as its last. */
export function shorten(text: string, maxLength: number): string {
  return text.length > maxLength ? `${text.slice(0, maxLength - 1).toWellFormed()}…` : text;
}
