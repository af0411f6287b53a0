import { Html } from "#components/markup/html.tsx";
import { formatQuantity } from "#components/ui/format.ts";
import { Notice } from "#components/ui/notice.tsx";
import { type ChartId, filePath } from "#lib/catalog/chart-path.ts";
import type { ChartText } from "#lib/chart/chart-content.ts";
import type { ValueKey, ValuesDocument } from "#lib/chart/values/values.ts";
import { cutText } from "#lib/markup/cut-text.ts";
import { renderSourceLines } from "#lib/markup/source-lines.ts";
import { keyElementId } from "../chart-view.ts";
import { CopyButton } from "../copy-button.client.tsx";
import "#components/markup/code.css";
import "#components/markup/source.css";

/** values.yaml as it is, every line and every key with an address of its own. */
export function RawValues({
  id,
  version,
  file,
  document,
  current,
}: {
  id: ChartId;
  version: string;
  file: ChartText;
  document: ValuesDocument;
  /** The key somebody was sent to. */
  current: ValueKey | null;
}) {
  const asItIs = filePath(id, version, file.path);
  const anchors = new Map(document.keys.map((key) => [key.line, keyElementId(key.path)]));
  const { text, cut } = cutText(file.text);
  const chunks = renderSourceLines(text, anchors, current?.line);
  return (
    <>
      <div className="mb-2 flex flex-wrap items-baseline gap-x-4 text-ink-2 text-sm">
        <span>
          <code>{file.path}</code>, {formatQuantity(file.text.split("\n").length, "line")}
        </span>
        <a href={asItIs} className="text-link">
          As it is
        </a>
        <CopyButton address={asItIs} label={`Copy ${file.path}`} className="text-link">
          Copy
        </CopyButton>
      </div>
      {cut && <Notice>This file is longer than what is shown here.</Notice>}
      {!file.utf8 && <Notice>This file is not UTF-8; some characters could not be read.</Notice>}
      <div className="source">
        {chunks.map((chunk, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a file never move
          <Html key={index} as="div" html={chunk} />
        ))}
      </div>
    </>
  );
}
