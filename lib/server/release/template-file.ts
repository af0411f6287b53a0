import "server-only";
import type { ChartRelease } from "../../catalog/catalog.ts";
import { filePath } from "../../catalog/chart-path.ts";
import type { ChartContent, ChartText } from "../../chart/chart-content.ts";
import { decodeText } from "../../chart/decode-text.ts";
import { type FileReferences, readFileReferences } from "../../chart/templates/file-references.ts";
import { unescapeQuotes } from "../../chart/templates/template-index.ts";
import { cutText } from "../../markup/cut-text.ts";
import { highlightLines } from "../../markup/highlight.ts";
import { highlightTemplate } from "../../markup/highlight-template.ts";
import type { SafeHtml } from "../../markup/safe-html.ts";
import { numberLines } from "../../markup/source-lines.ts";
import { RegistryError } from "../../oci/errors.ts";
import { viewerCatalog } from "../viewer-catalog.ts";
import type { ReleaseTemplates } from "./release-templates.ts";
import { templatePieces } from "./template-pieces.ts";

/** A file of an archive as its page shows it. */
export type TemplateFile = {
  readonly path: string;
  /** Bytes; null for what lies in an archive within the archive. */
  readonly size: number | null;
  /** Its address as it is; null if it has none of its own. */
  readonly asItIs: string | null;
} & (
  | { readonly kind: "missing" }
  | { readonly kind: "binary" }
  /** Where the archive is could not be reached. */
  | { readonly kind: "unreachable"; readonly reason: string }
  | {
      readonly kind: "text";
      /** Numbered lines, in pieces. */
      readonly pieces: readonly SafeHtml[];
      readonly lines: number;
      readonly cut: boolean;
      readonly utf8: boolean;
      /** Why a template could not be read whole. */
      readonly problem: string | null;
      readonly references: FileReferences;
    }
);

const LANGUAGES: Readonly<Record<string, string>> = {
  ...{ yaml: "yaml", yml: "yaml", lock: "yaml", json: "json", md: "markdown", sh: "bash", bash: "bash" },
  ...{ toml: "ini", ini: "ini", conf: "ini", properties: "ini", xml: "xml", html: "xml", py: "python" },
  ...{ js: "javascript", ts: "typescript", sql: "sql", go: "go", diff: "diff", dockerfile: "dockerfile" },
};
const YAML_LIKE = /\.(?:ya?ml|tpl|yaml\.gotmpl|tmpl)$/i;

/** Reads a file for its page; what is no template, values or the like is fetched from the archive. */
export async function readTemplateFile(
  release: ChartRelease,
  address: string | null,
  content: ChartContent,
  templates: ReleaseTemplates,
  { path, marked }: { readonly path: string; readonly marked: ReadonlySet<number> },
): Promise<TemplateFile> {
  const { version } = release.summary;
  const listed = content.files.find((file) => file.path === path);
  const asItIs = listed === undefined ? null : filePath(release.id, version, path);
  const place = { path, size: listed?.size ?? null, asItIs };
  const known = templates.texts.find((text) => text.path === path);
  if (known === undefined && listed === undefined) return { ...place, kind: "missing" };
  const text = known ?? (await fetchText(release, path));
  if (text === null) return { ...place, kind: "binary" };
  if ("reason" in text) return { ...place, kind: "unreachable", reason: text.reason };

  const { text: shown, cut } = cutText(text.text);
  const file = templates.index.files.get(path);
  const evaluated = file !== undefined && shown.includes("{{");
  const { index, lookup } = templates;
  const files = new Set(content.files.map((one) => one.path));
  const links = { id: release.id, address, index, lookup, files };
  const source = known?.evaluated === "values" ? unescapeQuotes(shown) : shown;
  const coloured = evaluated
    ? highlightTemplate(shown, templatePieces(source, file, links), YAML_LIKE.test(path))
    : highlightLines(shown, languageOf(path));
  return {
    ...place,
    kind: "text",
    pieces: numberLines(coloured, marked),
    lines: coloured.length,
    cut,
    utf8: text.utf8,
    problem: file?.problem ?? null,
    references: readFileReferences(index, path, lookup),
  };
}

/** Null for what is no text. */
async function fetchText(
  { id, summary }: ChartRelease,
  path: string,
): Promise<ChartText | { readonly reason: string } | null> {
  const { catalog, scope } = await viewerCatalog();
  try {
    const bytes = await catalog.file(id, summary.version, path, scope);
    if (bytes === null) return { reason: "The archive could not be read." };
    if (bytes.subarray(0, 8_000).includes(0) && !isUtf16(bytes)) return null;
    const { text, utf8 } = decodeText(bytes);
    return utf8 ? { path, text, utf8 } : null;
  } catch (error) {
    if (error instanceof RegistryError) return { reason: error.message };
    throw error;
  }
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function languageOf(path: string): string {
  const name = path.split("/").at(-1)?.toLowerCase() ?? "";
  const ending = name.split(".").at(-1) ?? "";
  return Object.hasOwn(LANGUAGES, ending) ? (LANGUAGES[ending] ?? "") : "";
}
