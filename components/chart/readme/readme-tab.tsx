import { Html } from "#components/markup/html.tsx";
import { BlankState } from "#components/ui/blank-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ChartRelease } from "#lib/catalog/catalog.ts";
import { chartPath, filePath } from "#lib/catalog/chart-path.ts";
import type { ChartContent } from "#lib/chart/chart-content.ts";
import { cutText } from "#lib/markup/cut-text.ts";
import { Contents } from "./contents.tsx";
import { renderReadme } from "./rendered-readme.ts";
import "#components/markup/prose.css";
import "#components/markup/code.css";

/** The README as its authors meant it, or as plain text when it is no Markdown. */
export function ReadmeTab({ release, content }: { release: ChartRelease; content: ChartContent }) {
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
  if (!isMarkdown(readme.path)) {
    const { text, cut } = cutText(readme.text);
    return (
      <>
        {notUtf8}
        {cut && longer}
        <pre className="whitespace-pre-wrap text-sm">{text}</pre>
      </>
    );
  }
  const { html, headings, cut } = renderReadme(release, content, readme);
  return (
    <>
      {notUtf8}
      {cut && longer}
      <Contents headings={headings} />
      <Html as="div" html={html} className="prose" />
    </>
  );
}

/** By its name: Markdown unless that says something else. */
function isMarkdown(path: string): boolean {
  return !/\.(?:txt|rst|adoc|org)$/i.test(path);
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
