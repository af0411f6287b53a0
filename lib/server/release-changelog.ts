import "server-only";
import { LRUCache } from "lru-cache";
import type { ChartRelease } from "../catalog/catalog.ts";
import { filePath } from "../catalog/chart-path.ts";
import type { ChartContent } from "../chart/chart-content.ts";
import { decodeText } from "../chart/decode-text.ts";
import { resolveArchivePath } from "../markup/archive-path.ts";
import { type RenderedMarkdown, renderMarkdown } from "../markup/render-markdown.ts";
import { RegistryError } from "../oci/errors.ts";
import type { ViewerCatalog } from "./viewer-catalog.ts";

/** A CHANGELOG of the archive, rendered; or why it cannot be shown. */
export type ReleaseChangelog =
  | { readonly kind: "rendered"; readonly path: string; readonly rendered: RenderedMarkdown }
  | { readonly kind: "unreadable"; readonly path: string; readonly reason: string };

/** What projects call it, in the chart's own folder. */
const CHANGELOG = /^(?:changelog|changes|history|release[-_]?notes)(?:\.md|\.markdown|\.txt)?$/i;
/** Bytes; of 801 real charts the largest has 600,000. */
const MAX_SIZE = 1024 * 1024;
/** In characters of HTML. */
const MAX_CACHED = 8 * 1024 * 1024;

/** By release and archive: the digest pins the text, the release the addresses in it. */
const known = new LRUCache<string, RenderedMarkdown>({
  maxSize: MAX_CACHED,
  sizeCalculation: ({ html }) => html.length + 1,
});

/** The history its authors packed into a release; null if there is none. */
export async function releaseChangelog(
  { id, summary, digests }: ChartRelease,
  content: ChartContent,
  { catalog, scope }: ViewerCatalog,
): Promise<ReleaseChangelog | null> {
  const file = content.files.find(({ path }) => CHANGELOG.test(path));
  if (file === undefined || file.size === 0) return null;
  const { path } = file;
  if (file.size > MAX_SIZE) return { kind: "unreadable", path, reason: "It is too large to be shown here." };
  const key = `${id.source}/${id.repository}@${summary.version} ${digests.manifest}`;
  const read = known.get(key);
  if (read !== undefined) return { kind: "rendered", path, rendered: read };
  try {
    const bytes = await catalog.file(id, summary.version, path, scope);
    if (bytes === null) return { kind: "unreadable", path, reason: "It cannot be read." };
    const files = new Set(content.files.map((one) => one.path));
    const resolve = (target: string): string | null => {
      const found = resolveArchivePath(path, target);
      return found !== null && files.has(found) ? filePath(id, summary.version, found) : null;
    };
    const rendered = renderMarkdown(decodeText(bytes).text, { link: resolve, image: resolve });
    known.set(key, rendered);
    return { kind: "rendered", path, rendered };
  } catch (error) {
    if (error instanceof RegistryError) return { kind: "unreadable", path, reason: error.message };
    throw error;
  }
}
