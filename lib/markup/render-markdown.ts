import { stripFrontMatter } from "../support/front-matter.ts";
import { applyGithubRules } from "./github-markdown.ts";
import { createMarkdownParser } from "./markdown-parser.ts";
import { anchorId, type LinkResolver } from "./reference-tags.ts";
import type { SafeHtml } from "./safe-html.ts";
import { sanitizeMarkup } from "./sanitize.ts";
import { WorkBudget } from "./work-budget.ts";

/** A heading of a rendered text; `level` is the author's, `id` the one in the page. */
export interface RenderedHeading {
  readonly level: number;
  readonly text: string;
  readonly id: string;
}

/** A text rendered; `cut` when it was too long and only its beginning is here. */
export interface RenderedMarkdown {
  readonly html: SafeHtml;
  readonly headings: readonly RenderedHeading[];
  readonly cut: boolean;
}

/** Longest text that is rendered whole, in characters. */
const MAX_LENGTH = 1024 * 1024;

/** More bare addresses than this stay text: each is searched for behind the one before. */
const MAX_BARE_ADDRESSES = 2_000;

const linkingParser = createMarkdownParser({ linkify: true });
const plainParser = createMarkdownParser({ linkify: false });

/** A README as GitHub would show it, safe in the page; relative addresses go where the resolver says. */
export function renderMarkdown(source: string, resolver: LinkResolver): RenderedMarkdown {
  const text = stripFrontMatter(cutAtLine(source));
  const parser = text.split(/\/\/|@/).length > MAX_BARE_ADDRESSES ? plainParser : linkingParser;
  const work = new WorkBudget();
  const env = { work };
  const tokens = parser.parse(text, env);
  const headings = applyGithubRules(tokens);
  return {
    html: sanitizeMarkup(parser.renderer.render(tokens, parser.options, env), resolver),
    headings: headings.map(({ level, text, slug }) => ({ level, text, id: anchorId(slug) })),
    cut: source.length > MAX_LENGTH || work.exceeded,
  };
}

function cutAtLine(source: string): string {
  if (source.length <= MAX_LENGTH) return source;
  const end = source.lastIndexOf("\n", MAX_LENGTH);
  return source.slice(0, end > MAX_LENGTH / 2 ? end : MAX_LENGTH);
}
