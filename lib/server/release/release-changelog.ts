import "server-only";
import type { ChartRelease } from "../../catalog/catalog.ts";
import type { ChartContent } from "../../chart/chart-content.ts";
import { decodeText } from "../../chart/decode-text.ts";
import { type RenderedMarkdown, renderMarkdown } from "../../markup/render-markdown.ts";
import { RegistryError } from "../../oci/errors.ts";
import type { ViewerCatalog } from "../viewer-catalog.ts";
import { archiveLinks, createMarkdownMemory, markdownKey } from "./archive-markdown.ts";

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

const known = createMarkdownMemory<RenderedMarkdown>(MAX_CACHED);

/** The history its authors packed into a release; null if there is none. */
export async function releaseChangelog(
  release: ChartRelease,
  content: ChartContent,
  { catalog, scope }: ViewerCatalog,
): Promise<ReleaseChangelog | null> {
  const file = content.files.find(({ path }) => CHANGELOG.test(path));
  if (file === undefined || file.size === 0) return null;
  const { path } = file;
  if (file.size > MAX_SIZE) return { kind: "unreadable", path, reason: "It is too large to be shown here." };
  const key = markdownKey(release);
  const read = known.get(key);
  if (read !== undefined) return { kind: "rendered", path, rendered: read };
  try {
    const bytes = await catalog.file(release.id, release.summary.version, path, scope);
    if (bytes === null) return { kind: "unreadable", path, reason: "It cannot be read." };
    const resolve = archiveLinks(release, content, path);
    const rendered = renderMarkdown(decodeText(bytes).text, { link: resolve, image: resolve });
    known.set(key, rendered);
    return { kind: "rendered", path, rendered };
  } catch (error) {
    if (error instanceof RegistryError) return { kind: "unreadable", path, reason: error.message };
    throw error;
  }
}
