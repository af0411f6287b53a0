import type { MarkdownIt } from "markdown-it";
import { createHighlighter } from "./highlight.ts";

const MAX_BLOCK_TOKENS = 60_000;
/** Quotes and items of lists within each other, a list's item counted twice; at 100 the parser leaves out without a word. */
const MAX_BLOCK_DEPTH = 96;
const MAX_INLINE_STEPS = 60_000;
const MAX_HTML_TAGS = 5_000;
const MAX_FOOTNOTES = 500;
/** Cells of one table, which is a single block however long it is; a README with all values of a large chart has 6,000. */
const MAX_TABLE_CELLS = 20_000;

/**
 * What one text may cost, about five times what the largest README seen needs. Parser and sanitizer take time in
 * proportion to these counts, with some factors quadratic, so a text of nothing but `[`, `<x>` or footnotes would hold up
 * the server for seconds.
 */
export class WorkBudget {
  #inlineSteps = 0;
  #htmlTags = 0;
  readonly highlight = createHighlighter();
  /** Whether something had to be left out. */
  exceeded = false;

  /** Whether another block may be read after so many tokens. */
  allowsBlock(tokens: number): boolean {
    return this.#within(tokens, MAX_BLOCK_TOKENS);
  }

  /** Whether a block may be read within so many others. */
  allowsDepth(depth: number): boolean {
    return this.#within(depth, MAX_BLOCK_DEPTH);
  }

  /** Whether the next span of text is looked at; else it stays as written. */
  takeInlineStep(): boolean {
    this.#inlineSteps += 1;
    return this.#inlineSteps <= MAX_INLINE_STEPS;
  }

  /** Whether raw HTML is markup; else it is shown as text. */
  takeHtml(html: string): boolean {
    this.#htmlTags += html.split("<").length - 1;
    return this.#htmlTags <= MAX_HTML_TAGS;
  }

  #within(count: number, limit: number): boolean {
    if (count > limit) this.exceeded = true;
    return count <= limit;
  }
}

/** Makes a parser keep to the `WorkBudget` in `env.work`. */
export function limitWork(parser: MarkdownIt): void {
  limitTables(parser);
  parser.block.ruler.before("table", "work", (state, startLine, endLine, silent) => {
    if (silent) return false;
    const work = workOf(state.env);
    if (!work.allowsBlock(state.tokens.length)) state.line = endLine;
    // The line alone: a list's end is not known here, and what follows may be less deep.
    else if (!work.allowsDepth(state.level)) state.line = startLine + 1;
    else return false;
    return true;
  });
  parser.inline.ruler.before("text", "work", (state, silent) => {
    if (workOf(state.env).takeInlineStep()) return false;
    if (!silent) state.pending += state.src.slice(state.pos, state.posMax);
    state.pos = state.posMax;
    return true;
  });
  parser.core.ruler.before("footnote_tail", "work", ({ env }) => {
    const footnotes = env.footnotes;
    if (typeof footnotes !== "object" || footnotes === null) return;
    const list: unknown = Reflect.get(footnotes, "list");
    if (Array.isArray(list)) list.splice(MAX_FOOTNOTES);
  });
}

/**
 * Ends a table after so many cells; the budget of blocks is spent by then. Attack: "|a|" and "|-|" above half a million
 * lines of one letter, each of which is a row.
 */
function limitTables(parser: MarkdownIt): void {
  const [readTable] = parser.block.ruler.getRules("");
  if (readTable === undefined) throw new TypeError("a parser without blocks");
  parser.block.ruler.at(
    "table",
    (state, startLine, endLine, silent) => {
      const head = state.src.slice(state.bMarks[startLine], state.eMarks[startLine]);
      const rows = Math.ceil(MAX_TABLE_CELLS / head.split("|").length);
      return readTable(state, startLine, Math.min(endLine, startLine + 2 + rows), silent);
    },
    { alt: ["paragraph", "reference"] },
  );
}

/** The budget of the text being parsed. */
export function workOf(env: Readonly<Record<string, unknown>> | undefined): WorkBudget {
  if (env?.work instanceof WorkBudget) return env.work;
  throw new TypeError("a text is parsed without a budget");
}
