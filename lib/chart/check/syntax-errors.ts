import type { LineCounter, YAMLParseError } from "yaml";
import type { FileProblem } from "./user-file.ts";

/** What to do about an error the parser has a name for. */
const REMEDIES: Readonly<Partial<Record<YAMLParseError["code"], string>>> = {
  TAB_AS_INDENT: "Lines are indented with spaces in YAML, never with tabs: replace the tab.",
  BAD_INDENT: "The line is indented by another number of spaces than those it belongs to.",
  MISSING_CHAR:
    "Something that was opened is not closed: a quote, a bracket or a brace, or a comma is missing.",
  UNEXPECTED_TOKEN:
    "This does not belong here. A text with “: ”, “#” or a bracket in it needs quotes around it.",
  MULTILINE_IMPLICIT_KEY: "A key must be on one line with its colon. Perhaps the colon is missing.",
  IMPOSSIBLE: "The parser cannot make sense of this line.",
  BLOCK_AS_IMPLICIT_KEY:
    "A colon follows on the same line as another: a string with “: ” in it needs quotes around it.",
  BLOCK_IN_FLOW: "Within { } or [ ] keys and items are parted by commas, not by lines.",
  BAD_SCALAR_START: "A text that begins with @, ` or % needs quotes around it.",
  BAD_DQ_ESCAPE: "Within double quotes a backslash begins an escape: double it, or use single quotes.",
  BAD_ALIAS: "An alias, or a string that begins with *, is written wrongly: put such a string in quotes.",
  KEY_OVER_1024_CHARS: "A key has more than 1,024 characters.",
  TAG_RESOLVE_FAILED: "The value is not what its tag says.",
};

/** Where a line that looks templated is the cause, that is all there is to say. */
const TEMPLATED = /^\s*(?:-\s+)?(?:[\w."'-]+:\s*)?\{\{/;

/** An error of the parser in plain words, with its remedy. */
export function explainSyntaxError(
  error: Pick<YAMLParseError, "code" | "message" | "pos">,
  lines: LineCounter,
  text: string,
): FileProblem {
  const { line, col } = lines.linePos(Math.min(error.pos[0], text.length));
  const start = lines.lineStarts[line - 1] ?? 0;
  const written = text.slice(start, start + 200).split("\n")[0] ?? "";
  const remedy = TEMPLATED.test(written)
    ? "Values files are no templates: Helm does not fill in {{ … }}. As a string it needs quotes around it."
    : (REMEDIES[error.code] ?? "");
  const said = error.message.split("\n")[0]?.trim().slice(0, 200) ?? "";
  const reason = said === "" || /[.!?]$/.test(said) ? said : `${said}.`;
  return {
    kind: "syntax",
    line,
    column: col,
    path: null,
    message: `This is not valid YAML, and Helm refuses the file. ${remedy === "" ? reason : `${remedy} (${reason.replace(/\.$/, "")})`}`,
  };
}
