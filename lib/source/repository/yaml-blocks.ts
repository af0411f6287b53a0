import {
  type BlockScanner,
  type IndexBlock,
  IndexFormatError,
  MAX_BLOCK_LENGTH,
  RELEASE_KEYS,
} from "./index-blocks.ts";

interface OpenBlock {
  /** Column of the release's keys; null until the first one is met. */
  keyIndent: number | null;
  /** Whether the key that was met last is one that is read. */
  wanted: boolean;
  lines: string[];
  length: number;
  problem: string | null;
}

/**
 * Cuts an index in YAML's block style, as Helm, ChartMuseum and every other known program write it. What a key holds is
 * always indented deeper than the key, so indentation alone tells where a release begins and ends, and the keys that are
 * not read are never held. Aliases from one release to another do not survive the cut: such a release is a problem.
 */
export function createYamlBlocks(): BlockScanner {
  let rest = "";
  let done: IndexBlock[] = [];
  let section: "before" | "entries" | "other" | "ended" = "before";
  let found = false;
  let nameIndent: number | null = null;
  let itemIndent: number | null = null;
  let chart: string | null = null;
  let block: OpenBlock | null = null;

  function report(reason: string): void {
    if (chart !== null) done.push({ kind: "problem", chart, reason });
  }

  function closeBlock(): void {
    if (block !== null && chart !== null) {
      if (block.problem !== null) report(block.problem);
      else done.push({ kind: "release", chart, format: "yaml", text: block.lines.join("\n") });
    }
    block = null;
  }

  function keep(open: OpenBlock, line: string): void {
    open.length += line.length + 1;
    if (open.length > MAX_BLOCK_LENGTH) {
      open.problem ??= "the entry is too long";
      open.lines = [];
    } else open.lines.push(line);
  }

  function takeTopKey(text: string): void {
    closeBlock();
    chart = null;
    if (text === "..." || (text.startsWith("---") && section !== "before")) {
      section = "ended";
      return;
    }
    if (text.startsWith("---") || text.startsWith("%")) return;
    const key = readKey(text);
    if (key === null) throw new IndexFormatError("it is neither YAML of keys and values nor JSON");
    section = key.name === "entries" ? "entries" : "other";
    if (section !== "entries") return;
    if (found) throw new IndexFormatError("it has `entries` twice");
    found = true;
    if (!/^(?:|\{\s*\}|null|~)$/.test(key.value)) throw new IndexFormatError("its `entries` is no mapping");
  }

  function takeChart(text: string): void {
    closeBlock();
    itemIndent = null;
    const key = readKey(text);
    chart = key?.name ?? text.slice(0, 100);
    if (key === null) report("this is no chart's name");
    else if (!/^(?:|\[\s*\]|null|~)$/.test(key.value)) report("the chart's releases are no list");
  }

  function takeItem(line: string, indent: number): void {
    closeBlock();
    itemIndent = indent;
    block = { keyIndent: null, wanted: false, lines: [], length: 0, problem: null };
    const content = line.slice(indent + 1);
    const start = content.search(/\S/);
    if (start >= 0) takeContent(block, `${" ".repeat(indent + 1)}${content}`, indent + 1 + start);
  }

  function takeContent(open: OpenBlock, line: string, indent: number): void {
    const text = line.slice(indent);
    if (open.keyIndent === null) {
      open.keyIndent = indent;
      // Not keys one below the other, but a flow mapping, an alias or no mapping at all: the parser is to say.
      if (/^[{[&*!|>-]/.test(text)) {
        open.keyIndent = -1;
        open.wanted = true;
      }
    }
    if (indent === open.keyIndent && !text.startsWith("-") && !text.startsWith("#")) {
      const key = readKey(text);
      if (key === null) open.problem ??= "a line is neither key nor value";
      open.wanted = key !== null && RELEASE_KEYS.has(key.name);
    } else if (indent < open.keyIndent) open.problem ??= "the indentation does not fit";
    if (open.wanted) keep(open, line);
  }

  function takeLine(raw: string): void {
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    const indent = line.search(/[^ ]/);
    if (indent < 0) {
      if (block?.wanted) keep(block, "");
      return;
    }
    const text = line.slice(indent);
    if (section === "ended" || (text.startsWith("#") && (block === null || indent <= (nameIndent ?? 0))))
      return;
    if (indent === 0 && !(nameIndent === 0 && section === "entries") && !text.startsWith("\t")) {
      takeTopKey(text);
      return;
    }
    if (section !== "entries") {
      if (section === "before") throw new IndexFormatError("it does not begin with a key");
      return;
    }
    nameIndent ??= indent;
    const isItem = text === "-" || text.startsWith("- ");
    if (isItem && chart !== null && indent >= nameIndent && (itemIndent === null || itemIndent === indent)) {
      takeItem(line, indent);
    } else if (indent === nameIndent && !isItem) takeChart(text);
    else if (block !== null && itemIndent !== null && indent > itemIndent) takeContent(block, line, indent);
    else if (block !== null) block.problem ??= "the indentation does not fit";
    else if (itemIndent === null && chart !== null) {
      report("the chart's releases are no list");
      itemIndent = -1;
    }
  }

  function give(): readonly IndexBlock[] {
    const given = done;
    done = [];
    return given;
  }

  return {
    push(text) {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      if (rest.length > MAX_BLOCK_LENGTH) throw new IndexFormatError("it has a line without end");
      for (const line of lines) takeLine(line);
      return give();
    },
    end() {
      if (rest !== "") takeLine(rest);
      closeBlock();
      if (!found) throw new IndexFormatError("it has no `entries`");
      return give();
    },
  };
}

/** `name: value` on one line, quotes taken off the name; null for anything else. */
function readKey(text: string): { readonly name: string; readonly value: string } | null {
  const quote = text.startsWith('"') || text.startsWith("'") ? text.charAt(0) : "";
  const end = quote === "" ? -1 : text.indexOf(quote, 1);
  const colon = quote === "" ? plainColon(text) : text.indexOf(":", end);
  if (colon < 1 || (quote !== "" && (end < 0 || text.slice(end + 1, colon).trim() !== ""))) return null;
  const name = quote === "" ? text.slice(0, colon).trimEnd() : text.slice(1, end);
  const value = text.slice(colon + 1).trim();
  return { name, value: value.startsWith("#") ? "" : value };
}

function plainColon(text: string): number {
  const within = text.indexOf(": ");
  return within >= 0 ? within : text.trimEnd().endsWith(":") ? text.trimEnd().length - 1 : -1;
}
