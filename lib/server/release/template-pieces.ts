import "server-only";
import { type ChartId, templatePath, valueKeyPath } from "../../catalog/chart-path.ts";
import { includedFile } from "../../chart/templates/file-references.ts";
import { FUNCTION_NOTES, OBJECT_NOTES } from "../../chart/templates/function-notes.ts";
import type { KeyLookup, ResolvedUse } from "../../chart/templates/key-lookup.ts";
import type {
  IncludePlace,
  IndexedFile,
  TemplateIndex,
  UsePlace,
} from "../../chart/templates/template-index.ts";
import { readTemplateTokens, type TemplateToken } from "../../chart/templates/template-tokens.ts";
import type { TemplateColour, TemplatePiece } from "../../markup/highlight-template.ts";

/** Where links of a file lead. */
export interface PieceLinks {
  readonly id: ChartId;
  /** What the page's address names, so that links stay on it. */
  readonly address: string | null;
  readonly index: TemplateIndex;
  readonly lookup: KeyLookup;
  /** Paths of all files of the archive. */
  readonly files: ReadonlySet<string>;
}

type Span = Omit<TemplatePiece, "title"> & { readonly title: string };

const KEYWORDS = new Set(
  "if else end with range define block template break continue include tpl required".split(" "),
);
const CONSTANTS = new Set(["true", "false", "nil"]);
const MAX_DESCRIPTION = 300;

const COLOURS: Readonly<Record<Exclude<TemplateToken["kind"], "word" | "bad">, TemplateColour>> = {
  open: "brace",
  close: "brace",
  mark: "brace",
  comment: "comment",
  string: "string",
  number: "number",
  field: "variable",
  dot: "variable",
  variable: "variable",
};

/** What of a template is coloured, explained and linked: values to their keys, names to their definition. */
export function templatePieces(text: string, file: IndexedFile, links: PieceLinks): readonly TemplatePiece[] {
  const spans = [
    ...file.uses.map((use) => spanOfUse(use, file, links)),
    ...file.includes.map((include) => spanOfInclude(include, file, links)),
  ]
    .filter((span) => span !== null)
    .sort((a, b) => a.start - b.start);
  const pieces: TemplatePiece[] = [];
  const { tokens } = readTemplateTokens(text);
  let next = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const last = pieces.at(-1)?.end ?? 0;
    while ((spans[next]?.start ?? Number.POSITIVE_INFINITY) < Math.max(last, token.start)) next += 1;
    const span = spans[next];
    if (token.start < last) continue;
    pieces.push(span?.start === token.start ? span : pieceOf(text, token, tokens[at - 1], tokens[at + 1]));
  }
  return pieces;
}

function pieceOf(
  text: string,
  token: TemplateToken,
  before: TemplateToken | undefined,
  after: TemplateToken | undefined,
): TemplatePiece {
  const { kind, start, end } = token;
  const plain = { start, end, href: null, title: null, missing: false };
  if (kind === "bad") return { ...plain, colour: null, missing: true };
  const word = text.slice(start, end);
  if (kind === "word") {
    const colour = CONSTANTS.has(word) ? "number" : KEYWORDS.has(word) ? "keyword" : "name";
    return { ...plain, colour, title: FUNCTION_NOTES.get(word) ?? null };
  }
  const begins = before?.end !== start || before.kind === "variable";
  if (kind === "field" && begins) {
    const name = word.slice(1);
    const field = after?.kind === "field" && after.start === end ? after : null;
    const both = field === null ? undefined : OBJECT_NOTES.get(name + text.slice(field.start, field.end));
    if (both !== undefined && field !== null) {
      return { ...plain, end: field.end, colour: "variable", title: both };
    }
    return { ...plain, colour: "variable", title: OBJECT_NOTES.get(name) ?? null };
  }
  return { ...plain, colour: COLOURS[kind] };
}

function spanOfUse(use: UsePlace, file: IndexedFile, { id, address, lookup }: PieceLinks): Span | null {
  if (use.path === "") return null;
  const resolved = lookup.resolve(file.chart, use.path);
  return {
    start: use.start,
    end: use.end,
    colour: "variable",
    href: resolved.key === null ? null : valueKeyPath(id, address, resolved.key.path),
    title: describeUse(use.path, resolved),
    missing: resolved.status === "unknown",
  };
}

/** A key in one sentence, as a link to it is explained. */
function describeUse(path: string, { status, key }: ResolvedUse): string {
  if (status === "unclaimed") return `${path}: a key of the values of whoever includes this`;
  if (status === "unknown") return `${path} is not in values.yaml`;
  if (status === "commented") return `${path} is in a comment of values.yaml only`;
  const value = key?.default ?? (key?.type === "object" ? "keys of its own" : "null");
  const about =
    key?.description === "" ? "" : ` \u2014 ${key?.description.slice(0, MAX_DESCRIPTION).toWellFormed()}`;
  if (status === "below") return `${path}: below ${key?.path}, which is ${value} by default${about}`;
  return `${key?.path}: ${key?.type}, ${value}${about}`;
}

function spanOfInclude(
  { name, template, content, start, end }: IncludePlace,
  file: IndexedFile,
  { id, address, index, files }: PieceLinks,
): Span | null {
  const span = { start, end, colour: "string" as const };
  const path = includedFile(file.chart, { template, content });
  if (path !== null) {
    const known = files.has(path);
    const href = known ? templatePath(id, address, path) : null;
    // A library reads the files of whoever includes it.
    const missing = !known && !file.chart.library;
    return { ...span, href, title: known ? `The file ${path}` : `The archive has no ${path}`, missing };
  }
  if (name === null) return null;
  const [place, ...others] = index.defines.get(name) ?? [];
  if (place === undefined) {
    const missing = index.complete;
    return { ...span, href: null, title: "No template of this chart defines this name", missing };
  }
  const more = others.length === 0 ? "" : `, and in ${others.length} more`;
  const href = templatePath(id, address, place.file, place.line);
  return { ...span, href, title: `Defined in ${place.file}, line ${place.line}${more}`, missing: false };
}
