/** Longer ones name nothing. */
const MAX_LENGTH = 1_000;

/** What a literal of Go stands for, `"a\"b"` or in backquotes; null if it is none, or longer than any name. */
export function parseGoString(literal: string): string | null {
  const quote = literal[0];
  if (literal.length < 2 || literal.length > MAX_LENGTH || literal.at(-1) !== quote) return null;
  const inside = literal.slice(1, -1);
  if (quote === "`") return inside.toWellFormed();
  if (quote !== '"') return null;
  if (!inside.includes("\\")) return inside.toWellFormed();
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === "string" ? value.toWellFormed() : null;
  } catch {
    // What Go escapes in its own way, such as "\x41", is no name anybody uses.
    return null;
  }
}
