import { isMap, type YamlMap } from "../yaml-fields.ts";
import { parseYamlText, YamlError } from "../yaml-text.ts";

/** Characters of one definition; the largest of 883 real ones has 1,420,000, which takes half a second. */
const MAX_TEXT = 2_000_000;
/** What stands for what a template puts there. */
const TEMPLATED = "…";
/** What a mark of several lines is made with. */
const BLOCK = /indent|toYaml/;

/** The object around a line (from 1) of a file with several, parsed; its marks of Go templates left out. */
export function crdManifest(
  text: string,
  line: number,
): { readonly manifest: YamlMap | null; readonly problem: string | null } {
  const whole = documentAround(text, line);
  if (whole.length > MAX_TEXT) {
    return { manifest: null, problem: "This definition is too large for its fields to be listed here." };
  }
  const templated = whole.includes("{{");
  try {
    const value = parseYamlText(templated ? withoutTemplates(whole) : whole);
    if (isMap(value)) {
      const said =
        "This definition is made by a template: what depends on values is not shown, or shown as “…”.";
      return { manifest: value, problem: templated ? said : null };
    }
    return { manifest: null, problem: "This definition cannot be read." };
  } catch (error) {
    const reason = error instanceof YamlError ? error.message : String(error);
    const problem = templated
      ? "This definition is made by a template in a way that does not show its fields."
      : `This definition cannot be read: ${reason}`;
    return { manifest: null, problem };
  }
}

/** From one `---` to the next. */
function documentAround(text: string, line: number): string {
  let [start, number] = [0, 1];
  for (let at = 0; at < text.length; number++) {
    const newline = text.indexOf("\n", at);
    const next = newline === -1 ? text.length : newline + 1;
    if (text.startsWith("---", at)) {
      if (number > line) return text.slice(start, at);
      start = next;
    }
    at = next;
  }
  return text.slice(start);
}

/** Lines of marks alone go; a mark within a line becomes a word. Parted by hand: an expression would look for each end anew. */
function withoutTemplates(text: string): string {
  const kept: string[] = [];
  let open = false;
  for (const line of text.split("\n")) {
    let left = "";
    let marked = open;
    for (let at = 0; at < line.length; ) {
      if (open) {
        const end = line.indexOf("}}", at);
        if (end === -1) break;
        open = false;
        at = end + 2;
        continue;
      }
      const begin = line.indexOf("{{", at);
      if (begin === -1) {
        left += line.slice(at);
        break;
      }
      // What is indented is lines of its own, below this key.
      left += line.slice(at, begin) + (BLOCK.test(line.slice(begin)) ? "" : TEMPLATED);
      marked = true;
      open = true;
      at = begin + 2;
    }
    const onlyMarks = marked && left.replaceAll(TEMPLATED, "").trim() === "";
    if (!onlyMarks) kept.push(left);
  }
  return kept.join("\n");
}
