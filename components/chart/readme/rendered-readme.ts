import { LRUCache } from "lru-cache";
import type { ChartRelease } from "#lib/catalog/catalog.ts";
import { filePath } from "#lib/catalog/chart-path.ts";
import type { ChartContent, ChartText } from "#lib/chart/chart-content.ts";
import { resolveArchivePath } from "#lib/markup/archive-path.ts";
import { type RenderedMarkdown, renderMarkdown } from "#lib/markup/render-markdown.ts";

/** In characters of HTML. */
const MAX_CACHED = 16 * 1024 * 1024;

/** By release and manifest: its digest pins the text, the release the addresses in it. */
const rendered = new LRUCache<string, RenderedMarkdown>({
  maxSize: MAX_CACHED,
  sizeCalculation: ({ html }) => html.length + 1,
});

/** The README with its relative links leading to the files of the archive. */
export function renderReadme(
  release: ChartRelease,
  content: ChartContent,
  readme: ChartText,
): RenderedMarkdown {
  const { id, summary } = release;
  const key = `${id.source}/${id.repository}@${summary.version} ${release.digests.manifest}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const files = new Set(content.files.map((file) => file.path));
  const resolve = (target: string): string | null => {
    const path = resolveArchivePath(readme.path, target);
    return path !== null && files.has(path) ? filePath(id, summary.version, path) : null;
  };
  const markdown = renderMarkdown(readme.text, { link: resolve, image: resolve });
  rendered.set(key, markdown);
  return markdown;
}
