import createMarkdownIt, { type MarkdownIt, type RendererRule } from "markdown-it";
import footnotes from "markdown-it-footnote";
import { ELEMENTS } from "./element-rules.ts";
import { escapeHtml } from "./escape-html.ts";
import { limitWork, workOf } from "./work-budget.ts";

/** Words of HTML that are not shown, but are no placeholders either. */
const OTHER_ELEMENTS =
  "article aside audio big button figure font footer form header input label main mark nav picture ruby rp rt source u video";
const KNOWN_ELEMENTS = new Set([...ELEMENTS, ...OTHER_ELEMENTS.split(" ")]);
/** Elements whose content a browser does not read as markup: unclosed, one would hide everything behind it. */
const RAW_TEXT_TAG =
  /<(?=\/?(?:script|style|title|textarea|xmp|iframe|noembed|noframes|noscript|plaintext|template|select|option|svg|math)[\s/>]?)/gi;
const RAW_TEXT_BLOCK = /^\s{0,3}<(script|style)\b/i;
const TAG_NAME = /^<\/?([a-z][a-z0-9-]*)/i;

/** GitHub's Markdown without its own additions of meaning; the HTML it makes is not safe yet. Each text needs `env.work`. */
export function createMarkdownParser(options: { readonly linkify: boolean }): MarkdownIt {
  const parser = createMarkdownIt({ html: true, linkify: options.linkify });
  // README.md and chart.sh would count as host names.
  parser.linkify.set({ fuzzyLink: false, fuzzyIP: false });
  parser.use(footnotes);
  // Not part of GitHub's Markdown, and read again at every depth of nesting.
  parser.inline.ruler.disable("footnote_inline");
  limitWork(parser);
  parser.renderer.rules.fence = fence;
  parser.renderer.rules.alert_title = alertTitle;
  parser.renderer.rules.html_inline = inlineHtml;
  parser.renderer.rules.html_block = htmlBlock;
  return parser;
}

const fence: RendererRule = (tokens, index, _options, env) => {
  const { content, info } = tokens[index] ?? { content: "", info: "" };
  const language = /^\S*/.exec(info.trim())?.[0] ?? "";
  return `<pre><code>${workOf(env).highlight(content, language)}</code></pre>\n`;
};

const alertTitle: RendererRule = (tokens, index) =>
  `<span class="md-alert-title">${escapeHtml(tokens[index]?.content ?? "")}</span>`;

/** A tag within a line; `helm install <name>` means no element, and reads as written. */
const inlineHtml: RendererRule = (tokens, index, _options, env) => {
  const html = tokens[index]?.content ?? "";
  const name = TAG_NAME.exec(html)?.[1]?.toLowerCase();
  const isPlaceholder = name !== undefined && !KNOWN_ELEMENTS.has(name);
  return isPlaceholder || !workOf(env).takeHtml(html) ? escapeHtml(html) : html;
};

/**
 * A block of HTML, by GFM's "disallowed raw HTML": tags that would hide what follows become text. A block of script
 * or style that ends where it began is left out.
 */
const htmlBlock: RendererRule = (tokens, index, _options, env) => {
  const html = tokens[index]?.content ?? "";
  const name = RAW_TEXT_BLOCK.exec(html)?.[1]?.toLowerCase();
  if (name !== undefined && html.trimEnd().toLowerCase().endsWith(`</${name}>`)) return "";
  return workOf(env).takeHtml(html) ? html.replace(RAW_TEXT_TAG, escapeHtml) : escapeHtml(html);
};
