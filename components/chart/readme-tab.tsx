import { Html } from "#components/markup/html.tsx";
import { BlankState } from "#components/ui/blank-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ChartId } from "#lib/catalog/chart-path.ts";
import { chartPath, filePath } from "#lib/catalog/chart-path.ts";
import type { ChartContent, ChartText } from "#lib/chart/chart-content.ts";
import { resolveArchivePath } from "#lib/markup/archive-path.ts";
import { type RenderedMarkdown, renderMarkdown } from "#lib/markup/render-markdown.ts";
import { Contents } from "./contents.tsx";
import "#components/markup/prose.css";

/** The README as its authors meant it, or as plain text when it is no Markdown. */
export function ReadmeTab({ content, id, version }: { content: ChartContent; id: ChartId; version: string }) {
  const { readme } = content;
  if (readme === null || readme.text.trim() === "") return <NoReadme id={id} version={version} />;
  const asItIs = filePath(id, version, readme.path);
  if (!isMarkdown(readme.path)) {
    return <pre className="overflow-x-auto whitespace-pre-wrap text-sm">{readme.text}</pre>;
  }
  const rendered = renderReadme(readme, content, id, version);
  return (
    <>
      {rendered.cut && (
        <Notice>
          This README is longer than what is shown.{" "}
          <a href={asItIs} className="text-link">
            The whole file
          </a>
        </Notice>
      )}
      {!readme.utf8 && <Notice>This README is not UTF-8; some characters could not be read.</Notice>}
      <Contents headings={rendered.headings} />
      <Html as="div" html={rendered.html} className="prose" />
    </>
  );
}

function renderReadme(
  readme: ChartText,
  content: ChartContent,
  id: ChartId,
  version: string,
): RenderedMarkdown {
  const files = new Set(content.files.map((file) => file.path));
  const resolve = (target: string): string | null => {
    const path = resolveArchivePath(readme.path, target);
    return path !== null && files.has(path) ? filePath(id, version, path) : null;
  };
  return renderMarkdown(readme.text, { link: resolve, image: resolve });
}

/** By its name: Markdown unless that says something else. */
function isMarkdown(path: string): boolean {
  return !/\.(?:txt|rst|adoc|org)$/i.test(path);
}

function NoReadme({ id, version }: { id: ChartId; version: string }) {
  return (
    <BlankState title="This version has no README">
      <p>
        What can be set is under{" "}
        <a href={chartPath(id, version, "values")} className="text-link">
          Values
        </a>
        .
      </p>
    </BlankState>
  );
}
