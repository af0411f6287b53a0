import type { Token } from "markdown-it";
import emoji from "markdown-it-emoji/lib/data/full.mjs";
import { createHeadingSlugs, headingText } from "../support/heading-slugs.ts";

/** A heading of a rendered text. */
export interface Heading {
  /** From 1, as the author wrote it. */
  readonly level: number;
  readonly text: string;
  /** GitHub's slug; the id in the page has a prefix before it. */
  readonly slug: string;
}

/** `:rocket:`, but not the time in `10:30:00`. */
const SHORTCODE = /(?<![\w:/]):([a-z0-9_+-]{1,40}):(?![\w:/])/g;
const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*$/i;
const TASK = /^\[([ xX])\] /;

/** What GitHub reads into parsed Markdown: heading anchors, alerts, task lists, emoji; and cells aligned without styles. */
export function applyGithubRules(tokens: readonly Token[]): readonly Heading[] {
  markAlerts(tokens);
  markTasks(tokens);
  alignCells(tokens);
  // Headings first: on GitHub the name in the address of one is that of the shortcode.
  const headings = anchorHeadings(tokens);
  showEmoji(tokens);
  return headings.map((heading) => ({ ...heading, text: withEmoji(heading.text) }));
}

/**
 * By the names of the library's list. Attack: its own rule copies all pieces of a paragraph for each that it finds, 20,000
 * times for one of 20,000.
 */
function showEmoji(tokens: readonly Token[]): void {
  for (const piece of tokens.flatMap(({ children }) => children ?? []))
    if (piece.type === "text") piece.content = withEmoji(piece.content);
}

function withEmoji(text: string): string {
  return text.replace(
    SHORTCODE,
    (written, name) => (Object.hasOwn(emoji, name) ? emoji[name] : null) ?? written,
  );
}

function anchorHeadings(tokens: readonly Token[]): readonly Heading[] {
  const headings: Heading[] = [];
  const slugOf = createHeadingSlugs();
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "heading_open") continue;
    const text = headingText(tokens[index + 1]?.children);
    const slug = slugOf(text);
    token.attrSet("id", slug);
    headings.push({ level: Number(token.tag.slice(1)), text, slug });
  }
  return headings;
}

/** `> [!NOTE]`: the quote becomes a box whose first line is its kind. */
function markAlerts(tokens: readonly Token[]): void {
  const quotes: (string | null)[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === "blockquote_open") {
      const kind = takeAlertKind(tokens[index + 2]);
      quotes.push(kind);
      if (kind === null) continue;
      token.tag = "div";
      token.attrSet("class", `md-alert md-alert-${kind}`);
    } else if (token.type === "blockquote_close" && quotes.pop() !== null) {
      token.tag = "div";
    }
  }
}

function takeAlertKind(inline: Token | undefined): string | null {
  const [first, next] = inline?.children ?? [];
  const kind = first?.type === "text" ? ALERT.exec(first.content)?.[1] : undefined;
  if (first === undefined || kind === undefined) return null;
  if (next !== undefined && next.type !== "softbreak" && next.type !== "hardbreak") return null;
  first.type = "alert_title";
  first.content = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
  return kind.toLowerCase();
}

function markTasks(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "list_item_open" || tokens[index + 1]?.type !== "paragraph_open") continue;
    const first = tokens[index + 2]?.children?.[0];
    const mark = first?.type === "text" ? TASK.exec(first.content)?.[1] : undefined;
    if (first === undefined || mark === undefined) continue;
    token.attrSet("class", "md-task");
    first.content = `${mark === " " ? "☐" : "☑"} ${first.content.slice(4)}`;
  }
}

/** Alignment as an attribute: the page's policy forbids style attributes. */
function alignCells(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.type !== "th_open" && token.type !== "td_open") continue;
    const style = token.attrGet("style");
    if (style === null) continue;
    token.attrs = [["align", String(style).replace("text-align:", "")]];
  }
}
