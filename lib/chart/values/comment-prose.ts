import { oneLine } from "../one-line.ts";

const MAX_DESCRIPTION = 2_000;

/** A line of the frame many authors draw around their headings. */
const RULER = /^[-=#*~_+]{3,}$/;
/** What starts a line of its own: items of a list, and where to read more. */
const OWN_LINE = /^(?:[-*•] |\d{1,3}[.)] |(?:refs?|see): )/i;

/** What `helm create` writes above the first key. */
const BOILERPLATE =
  /^(?:Default values for [\w.-]+|This is a YAML-formatted file|Declare (?:variables|name\/value pairs) to be passed into your templates)\.?$/i;

/** `key:`, `- key: value`: YAML that is commented out, unless the word or the words behind it say otherwise. */
const YAML_KEY = /^(?:- )?["']?([a-z_$][\w./$-]*)["']?:(?: +(.*))?$/;
const PROSE_WORD =
  /^(?:refs?|references?|e\.g|i\.e|eg|ie|ex|examples?|defaults?|notes?|nb|see|docs?|documentation|warning|deprecated|optional|required|tips?|todo|usage|options|allowed|https?)$/i;
const YAML_VALUE = /^(?:["'[{&*|>!].*|\S+(?: +#.*)?|)$/;
const YAML_OTHER = /^(?:[\]}]+,?|\[\]|\{\}|---|\{\{.*)$/;

/** Lines of a comment as paragraphs, one a line; list items stay apart, frames and boilerplate are left out. */
export function joinProse(lines: readonly string[]): string {
  const paragraphs: string[] = [];
  let open = false;
  for (const line of lines) {
    const words = line.trim().split(/\s+/);
    const text = words.filter((word) => !RULER.test(word)).join(" ");
    if (text === "" || BOILERPLATE.test(text)) open = false;
    else if (open && !OWN_LINE.test(text)) paragraphs.push(`${paragraphs.pop()} ${text}`);
    else paragraphs.push(text);
    if (text !== "") open = !BOILERPLATE.test(text);
  }
  const cleaned = paragraphs.map((paragraph) => oneLine(paragraph, MAX_DESCRIPTION));
  return cleaned.join("\n").slice(0, MAX_DESCRIPTION).trim();
}

/**
 * The lines of a plain comment without the YAML that is commented out in it: lines that look like `key: value`, and what
 * stands further in below them. Words may look like code (`size: small`), so this errs now and then.
 */
export function withoutCode(lines: readonly string[]): readonly string[] {
  let codeIndent = Number.POSITIVE_INFINITY;
  return lines.filter((line) => {
    const text = line.trimStart();
    const indent = line.length - text.length;
    if (text === "") return true;
    if (indent > codeIndent || (indent === codeIndent && text.startsWith("- "))) return false;
    codeIndent = isCode(text.trimEnd()) ? indent : Number.POSITIVE_INFINITY;
    return codeIndent === Number.POSITIVE_INFINITY;
  });
}

function isCode(text: string): boolean {
  const [, key, value = ""] = YAML_KEY.exec(text) ?? [];
  if (key === undefined) return YAML_OTHER.test(text);
  return !PROSE_WORD.test(key) && YAML_VALUE.test(value);
}
