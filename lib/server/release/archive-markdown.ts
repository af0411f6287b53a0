import "server-only";
import { LRUCache } from "lru-cache";
import type { ChartRelease } from "../../catalog/catalog.ts";
import { filePath } from "../../catalog/chart-path.ts";
import type { ChartContent } from "../../chart/chart-content.ts";
import { resolveArchivePath } from "../../markup/archive-path.ts";
import type { RenderedMarkdown } from "../../markup/render-markdown.ts";

/** A memory of rendered files; in characters of HTML. */
export function createMarkdownMemory<T extends RenderedMarkdown>(maxSize: number): LRUCache<string, T> {
  return new LRUCache({ maxSize, sizeCalculation: ({ html }) => html.length + 1 });
}

/** What rendered files are remembered by: the digest pins the text, the release the addresses in it. */
export function markdownKey({ id, summary, digests }: ChartRelease): string {
  return `${id.source}/${id.repository}@${summary.version} ${digests.manifest}`;
}

/** Where relative links of a file of the archive lead: to the archive's files; null for what is not there. */
export function archiveLinks(
  { id, summary }: ChartRelease,
  { files }: ChartContent,
  from: string,
): (target: string) => string | null {
  const paths = new Set(files.map(({ path }) => path));
  return (target) => {
    const path = resolveArchivePath(from, target);
    return path !== null && paths.has(path) ? filePath(id, summary.version, path) : null;
  };
}
