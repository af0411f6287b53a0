import type { MarkdownIt } from "markdown-it";
import { createHighlighter } from "./highlight.ts";

const MAX_BLOCK_TOKENS = 60_000;
const MAX_INLINE_STEPS = 60_000;
const MAX_HTML_TAGS = 5_000;
const MAX_FOOTNOTES = 500;

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
    if (tokens > MAX_BLOCK_TOKENS) this.exceeded = true;
    return !this.exceeded;
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
}

/** Makes a parser keep to the `WorkBudget` in `env.work`. */
export function limitWork(parser: MarkdownIt): void {
  parser.block.ruler.before("table", "work", (state, _startLine, endLine, silent) => {
    if (silent || workOf(state.env).allowsBlock(state.tokens.length)) return false;
    state.line = endLine;
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

/** The budget of the text being parsed. */
export function workOf(env: Readonly<Record<string, unknown>> | undefined): WorkBudget {
  if (env?.work instanceof WorkBudget) return env.work;
  throw new TypeError("a text is parsed without a budget");
}
