/** A line and those below it that belong to it: deeper ones, and the items of its list. */
export interface Block {
  /** From 1. */
  readonly line: number;
  /** The last line of it, without empty ones and comments that belong to what follows. */
  readonly end: number;
  readonly blocks: readonly Block[];
}

interface OpenBlock extends Block {
  end: number;
  readonly blocks: OpenBlock[];
  readonly indent: number;
  readonly item: boolean;
}

/** Levels that can be folded. Attack: each of 20,000 lines stands deeper than the one before. */
const MAX_LEVELS = 5;

/** The blocks of a YAML or JSON file by the indentation of its lines, which needs no parser and so takes any file. */
export function findBlocks(lines: readonly string[]): readonly Block[] {
  const roots: OpenBlock[] = [];
  const open: OpenBlock[] = [];
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    const indent = text.search(/[^ ]/);
    if (indent === -1 || text[indent] === "#" || text[indent] === "\r") continue;
    const item = text.startsWith("- ", indent);
    for (let top = open.at(-1); top !== undefined && !holds(top, indent, item); top = open.at(-1)) open.pop();
    for (const around of open) around.end = line;
    if (open.length >= MAX_LEVELS) continue;
    const block: OpenBlock = { line, end: line, blocks: [], indent, item };
    (open.at(-1)?.blocks ?? roots).push(block);
    open.push(block);
  }
  return roots;
}

/** A list may stand at the level of its key. */
function holds(block: OpenBlock, indent: number, item: boolean): boolean {
  return indent > block.indent || (indent === block.indent && item && !block.item);
}
