import createMarkdownIt, { type MarkdownIt, type Token } from "markdown-it";
import footnotes from "markdown-it-footnote";
import { stripFrontMatter } from "../support/front-matter.ts";
import { createHeadingSlugs, headingText } from "../support/heading-slugs.ts";
import type { ChartText } from "./chart-content.ts";
import { oneLine } from "./one-line.ts";
import { MAX_MARKDOWN, MAX_PLAIN_TEXT, plainText } from "./plain-text.ts";

/** What stands below one heading of a README. */
export interface ReadmeSection {
  /** Its words; empty for what stands before the first. */
  readonly heading: string;
  /** GitHub's slug, the one the heading has on the chart's page (there behind a prefix); empty where the page has none. */
  readonly anchor: string;
  /** Plain words, without the heading. */
  readonly text: string;
}

const MAX_SECTIONS = 500;
const MAX_HEADING = 300;
const MAX_ANCHOR = 200;
/** As the chart's page decides it. */
const NOT_MARKDOWN = /\.(?:txt|rst|adoc|org)$/i;

const parser = createParser();

/**
 * A README by its headings, 40,000 characters of text in all. What is not Markdown is one section. The page's parser
 * finds the headings, so they are the page's; nothing else is parsed further than to blocks, which keeps it cheap.
 */
export function readReadmeSections(readme: ChartText | null): readonly ReadmeSection[] {
  if (readme === null) return [];
  const source = readme.text.slice(0, MAX_MARKDOWN);
  if (NOT_MARKDOWN.test(readme.path)) return within([{ heading: "", anchor: "", text: plainText(source) }]);
  const text = stripFrontMatter(source).replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD");
  const lines = text.split("\n");
  const headings = readHeadings(text);
  const first = { heading: "", anchor: "", start: 0, end: headings[0]?.line ?? lines.length };
  const parts = headings.map(({ heading, anchor, body }, index) => ({
    heading,
    anchor,
    start: body,
    end: headings[index + 1]?.line ?? lines.length,
  }));
  return within(
    [first, ...parts].map(({ heading, anchor, start, end }) => ({
      heading,
      anchor,
      text: plainText(lines.slice(start, end).join("\n")),
    })),
  );
}

interface HeadingPlace {
  readonly heading: string;
  readonly anchor: string;
  /** From 0; `body` is the line behind the heading. */
  readonly line: number;
  readonly body: number;
}

function readHeadings(text: string): readonly HeadingPlace[] {
  const tokens: Token[] = [];
  const env = {};
  parser.block.parse(text, parser, env, tokens);
  const slugOf = createHeadingSlugs();
  const headings: HeadingPlace[] = [];
  let footnote = false;
  for (const [index, token] of tokens.entries()) {
    // The page has them at its end, if anything refers to them.
    if (token.type === "footnote_reference_open") footnote = true;
    if (token.type === "footnote_reference_close") footnote = false;
    if (footnote) continue;
    if (token.type !== "heading_open" || headings.length >= MAX_SECTIONS) continue;
    const pieces: Token[] = [];
    parser.inline.parse(tokens[index + 1]?.content ?? "", parser, env, pieces);
    const words = headingText(pieces);
    const [line = 0, body = line] = token.map ?? [];
    const slug = slugOf(words);
    // The page gives no longer id.
    const anchor = slug.length > MAX_ANCHOR ? "" : slug;
    headings.push({ heading: oneLine(words, MAX_HEADING), anchor, line, body });
  }
  return headings;
}

/** What stands before the first heading is a section only if it says something. */
function within(sections: readonly ReadmeSection[]): readonly ReadmeSection[] {
  let room = MAX_PLAIN_TEXT;
  return sections.flatMap((section) => {
    const text = section.text.slice(0, Math.max(room, 0)).toWellFormed();
    const said = room > 0 && (text !== "" || section.heading !== "");
    room -= text.length + section.heading.length;
    return said ? [{ ...section, text }] : [];
  });
}

function createParser(): MarkdownIt {
  const markdown = createMarkdownIt({ html: true });
  // As on the page (lib/markup/markdown-parser.ts).
  markdown.use(footnotes);
  markdown.inline.ruler.disable("footnote_inline");
  return markdown;
}
