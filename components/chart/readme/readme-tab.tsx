import { Html } from "#components/markup/html.tsx";
import { BlankState } from "#components/ui/blank-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ChartRelease } from "#lib/catalog/catalog.ts";
import { chartPath, filePath } from "#lib/catalog/chart-path.ts";
import type { ChartContent } from "#lib/chart/chart-content.ts";
import { cutText } from "#lib/markup/cut-text.ts";
import type { RenderedMarkdown } from "#lib/markup/render-markdown.ts";
import { Contents } from "./contents.tsx";
import "#components/markup/prose.css";
import "#components/markup/code.css";

/** The README as its authors meant it, or as plain text when it is no Markdown (`rendered` is null). */
export function ReadmeTab({
  release,
  content,
  rendered,
}: {
  release: ChartRelease;
  content: ChartContent;
  rendered: RenderedMarkdown | null;
}) {
  const { readme } = content;
  if (readme === null || readme.text.trim() === "") return <NoReadme release={release} />;
  const notUtf8 = !readme.utf8 && (
    <Notice>This README is not UTF-8; some characters could not be read.</Notice>
  );
  const longer = (
    <Notice>
      This README is longer than what is shown.{" "}
      <a href={filePath(release.id, release.summary.version, readme.path)} className="text-link">
        The whole file
      </a>
    </Notice>
  );
  if (rendered === null) {
    const { text, cut } = cutText(readme.text);
    return (
      <>
        {notUtf8}
        {cut && longer}
        <pre className="whitespace-pre-wrap text-sm">{text}</pre>
      </>
    );
  }
  const { html, headings, cut } = rendered;
  return (
    <>
      {notUtf8}
      {cut && longer}
      <Contents headings={headings} />
      <Html as="div" html={html} className="prose" />
    </>
  );
}

function NoReadme({ release }: { release: ChartRelease }) {
  return (
    <BlankState title="This version has no README">
      <p>
        What can be set is under{" "}
        <a href={chartPath(release.id, release.summary.version, "values")} className="text-link">
          Values
        </a>
        .
      </p>
    </BlankState>
  );
}
