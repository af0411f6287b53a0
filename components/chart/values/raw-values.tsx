import { LRUCache } from "lru-cache";
import { Html } from "#components/markup/html.tsx";
import { formatQuantity } from "#components/ui/format.ts";
import { Notice } from "#components/ui/notice.tsx";
import { type ChartId, filePath } from "#lib/catalog/chart-path.ts";
import type { ChartFile, ChartText } from "#lib/chart/chart-content.ts";
import type { DocumentedKey } from "#lib/chart/values/documented-values.ts";
import { cutText } from "#lib/markup/cut-text.ts";
import { renderFoldedLines } from "#lib/markup/folded-lines.ts";
import type { SafeHtml } from "#lib/markup/safe-html.ts";
import { keyElementId } from "../chart-view.ts";
import { CopyButton } from "../copy-button.client.tsx";
import "#components/markup/code.css";
import "#components/markup/source.css";
import "./raw-values.css";
import { valuesPlace } from "./values-place.ts";

/** Characters of HTML that are kept: to colour the largest real file takes longer than all else on its page. */
const MAX_KEPT = 16 * 1024 * 1024;
/** By the file as it was read from its archive. */
const kept = new LRUCache<ChartText, SafeHtml>({
  maxSize: MAX_KEPT,
  sizeCalculation: (html) => html.length + 1,
});

/** A file of values as it is, every line and every key with an address of its own. */
export function RawValues({
  id,
  version,
  files,
  shown,
  archive,
  keys,
  current,
}: {
  id: ChartId;
  version: string;
  /** All there are to choose from. */
  files: readonly ChartText[];
  /** One of them. */
  shown: ChartText;
  /** The files of the archive, which have an address each. */
  archive: readonly ChartFile[];
  keys: readonly DocumentedKey[];
  /** The key somebody was sent to. */
  current: DocumentedKey | null;
}) {
  const { text, cut } = cutText(shown.text);
  const line = current?.file === shown.path ? current.line : null;
  return (
    <>
      {files.length > 1 && <FileChoice files={files} shown={shown} />}
      <div className="mb-2 flex flex-wrap items-baseline gap-x-4 text-ink-2 text-sm">
        <span>
          <code>{shown.path}</code>, {formatQuantity(shown.text.split("\n").length, "line")}
        </span>
        {archive.some((file) => file.path === shown.path) && (
          <FileLinks path={shown.path} asItIs={filePath(id, version, shown.path)} />
        )}
      </div>
      {cut && <Notice>This file is longer than what is shown here.</Notice>}
      {!shown.utf8 && <Notice>This file is not UTF-8; some characters could not be read.</Notice>}
      <Html as="div" className="folded" html={foldedLines(shown, text, keys, line)} />
    </>
  );
}

/** Marked at a line (from 1) they are made anew: nobody else was sent to the same. */
function foldedLines(
  file: ChartText,
  text: string,
  keys: readonly DocumentedKey[],
  line: number | null,
): SafeHtml {
  const known = line === null ? kept.get(file) : undefined;
  if (known !== undefined) return known;
  const inFile = keys.filter((key) => key.file === file.path);
  const anchors = new Map(inFile.map((key) => [key.line, keyElementId(key.path)]));
  const html = renderFoldedLines(text, anchors, line);
  if (line === null) kept.set(file, html);
  return html;
}

function FileChoice({ files, shown }: { files: readonly ChartText[]; shown: ChartText }) {
  return (
    <nav aria-label="Files of values" className="mb-2 flex flex-wrap gap-x-4 text-sm">
      {files.map(({ path }) => (
        <a
          key={path}
          href={valuesPlace({ file: path })}
          aria-current={path === shown.path ? "page" : undefined}
          className="text-link aria-[current]:font-semibold aria-[current]:text-ink"
        >
          <code>{path}</code>
        </a>
      ))}
    </nav>
  );
}

function FileLinks({ path, asItIs }: { path: string; asItIs: string }) {
  return (
    <>
      <a href={asItIs} className="text-link">
        As it is
      </a>
      <a href={asItIs} download={path.split("/").at(-1)} className="text-link">
        Download
      </a>
      <CopyButton address={asItIs} label={`Copy ${path}`} className="text-link">
        Copy
      </CopyButton>
    </>
  );
}
