import "server-only";
import type { ChartRelease } from "../../catalog/catalog.ts";
import { readmeImagePath } from "../../catalog/chart-path.ts";
import { parseEnvironment } from "../../config/environment.ts";
import { type RenderedMarkdown, renderMarkdown } from "../../markup/render-markdown.ts";
import { isWebAddress } from "../../pictures/fetch-picture.ts";
import { archiveLinks, createMarkdownMemory, markdownKey } from "./archive-markdown.ts";

/** A README as it is shown, and the pictures of other hosts in it, by address. */
export interface ReleaseReadme extends RenderedMarkdown {
  readonly pictures: ReadonlySet<string>;
}

/** In characters of HTML. */
const MAX_CACHED = 16 * 1024 * 1024;
/** Pictures of other hosts in one README; of 736 real ones none has more than eight. What comes after is a mark. */
const MAX_PICTURES = 200;
/** A longer address is none of a picture: it has to fit into one of ours. */
const MAX_ADDRESS = 2_000;
/** Other than Markdown, by its name. */
const PLAIN = /\.(?:txt|rst|adoc|org)$/i;

const rendered = createMarkdownMemory<ReleaseReadme>(MAX_CACHED);

/** The README with its relative links leading to the files of the archive; null if there is none, or it is no Markdown. */
export function releaseReadme(release: ChartRelease): ReleaseReadme | null {
  const content = release.content.kind === "available" ? release.content.content : null;
  const readme = content?.readme ?? null;
  if (content === null || readme === null || PLAIN.test(readme.path)) return null;
  const { id, summary } = release;
  const key = markdownKey(release);
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const resolve = archiveLinks(release, content, readme.path);
  const pictures = new Set<string>();
  const remoteImage = (address: URL): string | null => {
    const { href } = address;
    if (!showsPictures() || !isWebAddress(address) || href.length > MAX_ADDRESS) return null;
    if (pictures.size >= MAX_PICTURES && !pictures.has(href)) return null;
    pictures.add(href);
    return readmeImagePath(id, summary.version, href);
  };
  const markdown = renderMarkdown(readme.text, { link: resolve, image: resolve, remoteImage });
  const result = { ...markdown, pictures };
  rendered.set(key, result);
  return result;
}

let shows: boolean | null = null;

function showsPictures(): boolean {
  shows ??= parseEnvironment(process.env).settings.readmeImages === "proxy";
  return shows;
}
