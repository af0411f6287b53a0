import { type BlockScanner, type IndexBlock, IndexFormatError, MAX_BLOCK_LENGTH } from "./index-blocks.ts";

/** Levels of `{ "entries": { "<chart>": [ { … } ] } }`, counted from outside. */
const TOP = 1;
const CHARTS = 2;
const LIST = 3;
const MAX_KEY_LENGTH = 1_024;
const NO_LIST = "the chart's releases are no list";

/**
 * Cuts an index in JSON, which is YAML too and may be one line. Looks at strings and brackets only: whether a release is
 * JSON is told when it is parsed.
 */
export function createJsonBlocks(): BlockScanner {
  let done: IndexBlock[] = [];
  let depth = 0;
  let inString = false;
  let escaped = false;
  let word = "";
  let topKey = "";
  let chart = "";
  let found = false;
  let isList = false;
  let capture: { text: string; tooLong: boolean } | null = null;

  function structure(char: string): "release-begins" | null {
    if (char === ":" && depth === TOP) {
      topKey = word;
      found ||= topKey === "entries";
    } else if (char === ":" && depth === CHARTS) chart = word;
    else if (char === "{" || char === "[") {
      depth += 1;
      if (topKey !== "entries") return null;
      if (depth === LIST) isList = char === "[";
      if (depth === LIST && !isList) done.push({ kind: "problem", chart, reason: NO_LIST });
      if (depth === LIST + 1 && isList && char === "{") return "release-begins";
    } else if (char === "}" || char === "]") {
      depth -= 1;
      if (depth < 0) throw new IndexFormatError("it closes more brackets than it opens");
    }
    return null;
  }

  function take(text: string): void {
    let from = 0;
    const hold = (until: number) => {
      if (capture === null || capture.tooLong) return;
      capture.text += text.slice(from, until);
      capture.tooLong = capture.text.length > MAX_BLOCK_LENGTH;
      if (capture.tooLong) capture.text = "";
    };
    for (let index = 0; index < text.length; index += 1) {
      const char = text.charAt(index);
      if (inString) {
        if (escaped) escaped = false;
        else if (char === "\\") escaped = true;
        else if (char === '"') inString = false;
        else if (depth <= CHARTS && word.length < MAX_KEY_LENGTH) word += char;
      } else if (char === '"') {
        inString = true;
        if (depth <= CHARTS) word = "";
      } else {
        if (structure(char) === "release-begins") {
          capture = { text: "", tooLong: false };
          from = index;
        }
        if (capture !== null && depth === LIST && char === "}") {
          hold(index + 1);
          done.push(
            capture.tooLong
              ? { kind: "problem", chart, reason: "the entry is too long" }
              : { kind: "release", chart, format: "json", text: capture.text },
          );
          capture = null;
        }
      }
    }
    hold(text.length);
  }

  function give(): readonly IndexBlock[] {
    const given = done;
    done = [];
    return given;
  }

  return {
    push(text) {
      take(text);
      return give();
    },
    end() {
      if (depth !== 0 || inString) throw new IndexFormatError("it ends in the middle");
      if (!found) throw new IndexFormatError("it has no `entries`");
      return give();
    },
  };
}
