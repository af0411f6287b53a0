import "server-only";
import type { ChartRelease } from "../../catalog/catalog.ts";
import type { ChartContent } from "../../chart/chart-content.ts";
import { type ArchiveEntry, listArchiveFiles } from "../../chart/templates/archive-files.ts";
import { findInTemplates, type TemplateFindings } from "../../chart/templates/find-in-templates.ts";
import { firstTemplate } from "../../chart/templates/first-template.ts";
import type { UnknownKey } from "../../chart/templates/unknown-keys.ts";
import type { ReleaseTemplates } from "./release-templates.ts";
import { readTemplateFile, type TemplateFile } from "./template-file.ts";

/** What the page of a release's files shows. */
export interface TemplatesView {
  readonly files: readonly ArchiveEntry[];
  /** Null where a search through all templates is shown. */
  readonly file: TemplateFile | null;
  /** Null if nothing is searched for. */
  readonly findings: TemplateFindings | null;
  readonly unknown: readonly UnknownKey[];
  readonly complete: boolean;
}

/** A search is shown without a file unless one is named; without a search the file that tells most comes first. */
export async function planTemplatesView(
  release: ChartRelease,
  address: string | null,
  content: ChartContent,
  templates: ReleaseTemplates,
  asked: { readonly file: string | null; readonly find: string },
): Promise<TemplatesView> {
  const { texts, index, unknown } = templates;
  const { find } = asked;
  const path = asked.file ?? (find === "" ? firstTemplate(texts) : null);
  const findings = find === "" ? null : findInTemplates(texts, index, find, path);
  const marked = new Set(findings?.files.flatMap((file) => file.lines.map(({ line }) => line)));
  const file =
    path === null ? null : await readTemplateFile(release, address, content, templates, { path, marked });
  return { files: listArchiveFiles(content), file, findings, unknown, complete: index.complete };
}
