import type { ChartContent } from "../chart-content.ts";
import { type PlacedText, readChartTexts, type TemplateChart } from "./chart-texts.ts";
import { LineStarts } from "./line-starts.ts";
import { readTemplate, type TemplateInclude, type ValueUse } from "./read-template.ts";
import { withinBounds } from "./template-texts.ts";
import { readTemplateTokens, type TemplateToken } from "./template-tokens.ts";

/** A place in a file, from 1. */
export interface FileLine {
  readonly file: string;
  readonly line: number;
}

/** A name that `include` knows, and where it is defined. */
export interface DefinePlace extends FileLine {
  readonly name: string;
}

/** Where a template is included. */
export interface IncludePlace extends FileLine, TemplateInclude {}

/** Where a key is read, seen from the chart the file belongs to. */
export interface UsePlace extends FileLine, ValueUse {}

/** What one file says of others. */
export interface IndexedFile {
  readonly path: string;
  readonly chart: TemplateChart;
  readonly defines: readonly DefinePlace[];
  readonly includes: readonly IncludePlace[];
  readonly uses: readonly UsePlace[];
  /** Why some of it may be missing, or null. */
  readonly problem: string | null;
}

/** Who defines, includes and uses what in a chart with its subcharts. */
export interface TemplateIndex {
  /** Files that are evaluated, in path order. */
  readonly files: ReadonlyMap<string, IndexedFile>;
  /** By name; the definition Helm takes comes first. */
  readonly defines: ReadonlyMap<string, readonly DefinePlace[]>;
  /** Uses, includes and definitions together. */
  readonly size: number;
  /** Whether some files were left out, or some of their references. */
  readonly complete: boolean;
}

/** References of all files together; of 801 real charts one has 16,000 at most. */
const MAX_SIZE = 100_000;

/** Reads all templates of an archive, and the values that may be passed through `tpl`. Never throws. */
export function indexTemplates(content: ChartContent): TemplateIndex {
  const evaluated = readChartTexts(content).filter(({ evaluated }) => evaluated !== null);
  const within = withinBounds(evaluated);
  const files = new Map<string, IndexedFile>();
  const defines = new Map<string, DefinePlace[]>();
  let size = 0;
  for (const text of evaluated.slice(0, within.length)) {
    const file = indexText(text);
    size += file.defines.length + file.includes.length + file.uses.length;
    if (size > MAX_SIZE) break;
    files.set(file.path, file);
    for (const define of file.defines) {
      const known = defines.get(define.name);
      if (known === undefined) defines.set(define.name, [define]);
      else known.push(define);
    }
  }
  for (const places of defines.values()) places.sort((a, b) => levelOf(a.file) - levelOf(b.file));
  return { files, defines, size, complete: files.size === evaluated.length };
}

/** What one file says. */
export function indexText({ path, chart, text: written, evaluated }: PlacedText): IndexedFile {
  const text = evaluated === "values" ? unescapeQuotes(written) : written;
  const { tokens, problem } = readTemplateTokens(text);
  const lines = new LineStarts(text);
  const actions = evaluated === "values" ? withoutYamlComments(text, tokens, lines) : tokens;
  const { defines, includes, uses } = readTemplate(text, actions);
  const placed = <Reference extends { readonly start: number }>(reference: Reference) => ({
    ...reference,
    file: path,
    line: lines.lineOf(reference.start),
  });
  return {
    path,
    chart,
    defines: defines.map(placed),
    includes: includes.map(placed),
    uses: uses.map(placed),
    // Braces in a value mean nothing until a template passes it through `tpl`.
    problem: evaluated === "values" ? null : problem,
  };
}

/** As `tpl` gets it, of the same length: within YAML's quotes an action is written `"{{ include \"redis.name\" . }}"`. */
export function unescapeQuotes(values: string): string {
  return values.replace(/\\"([^"\\\n]*)\\"/g, ' "$1" ');
}

/** In a values file an example in a comment uses nothing. */
function withoutYamlComments(
  text: string,
  tokens: readonly TemplateToken[],
  lines: LineStarts,
): readonly TemplateToken[] {
  let comment = false;
  return tokens.filter(({ kind, start }) => {
    if (kind === "open") {
      const lineStart = lines.startOf(start);
      comment = /^[ \t]{0,200}#/.test(text.slice(lineStart, Math.min(start, lineStart + 201)));
    }
    return !comment;
  });
}

/** Of definitions with one name Helm takes the outermost chart's. */
function levelOf(path: string): number {
  return path.split("/").length;
}
