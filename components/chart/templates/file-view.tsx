import { Html } from "#components/markup/html.tsx";
import { BlankState } from "#components/ui/blank-state.tsx";
import { formatBytes, formatQuantity } from "#components/ui/format.ts";
import { Notice } from "#components/ui/notice.tsx";
import { type ChartId, chartPath } from "#lib/catalog/chart-path.ts";
import type { FileReferences } from "#lib/chart/templates/file-references.ts";
import type { SafeHtml } from "#lib/markup/safe-html.ts";
import { CopyButton } from "../copy-button.client.tsx";
import { DefinedNames } from "./defined-names.tsx";
import { UsedKeys } from "./used-keys.tsx";
import "#components/markup/code.css";
import "#components/markup/source.css";

/** What is shown of a file of the archive. */
export type ShownFile = {
  readonly path: string;
  readonly size: number | null;
  readonly asItIs: string | null;
} & (
  | { readonly kind: "missing" | "binary" }
  | { readonly kind: "unreachable"; readonly reason: string }
  | {
      readonly kind: "text";
      readonly pieces: readonly SafeHtml[];
      readonly lines: number;
      readonly cut: boolean;
      readonly utf8: boolean;
      readonly problem: string | null;
      readonly references: FileReferences;
    }
);

/** A file with numbered lines, each with an address; above it what it has to do with the values and with other files. */
export function FileView({ id, address, file }: { id: ChartId; address: string | null; file: ShownFile }) {
  if (file.kind === "missing") {
    return (
      <BlankState title="This version has no such file">
        <p>
          <code>{file.path}</code> is not in its archive.{" "}
          <a href={chartPath(id, address, "templates")} className="text-link">
            All files
          </a>
        </p>
      </BlankState>
    );
  }
  return (
    <>
      <FileHead file={file} />
      {file.kind === "binary" && (
        <Notice>This file is no text{file.size === null ? "" : `: ${formatBytes(file.size)}`}.</Notice>
      )}
      {file.kind === "unreachable" && <Notice tone="bad">{file.reason}</Notice>}
      {file.kind === "text" && (
        <>
          {file.path === "values.yaml" && (
            <p className="mb-2 text-ink-2 text-sm">
              What each key means stands under{" "}
              <a href={chartPath(id, address, "values")} className="text-link">
                Values
              </a>
              .
            </p>
          )}
          <div className="file-references">
            <DefinedNames id={id} address={address} {...file.references} />
            <UsedKeys id={id} address={address} used={file.references.used} />
          </div>
          {file.problem !== null && <Notice>{file.problem}. Helm would refuse this template.</Notice>}
          {file.cut && <Notice>This file is longer than what is shown here.</Notice>}
          {!file.utf8 && <Notice>This file is not UTF-8; some characters could not be read.</Notice>}
          <div className="source template-source">
            {file.pieces.map((piece, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a file never move
              <Html key={index} as="div" html={piece} />
            ))}
          </div>
        </>
      )}
    </>
  );
}

function FileHead({ file }: { file: ShownFile }) {
  const { path, asItIs, size } = file;
  return (
    <div className="mb-2 flex flex-wrap items-baseline gap-x-4 text-ink-2 text-sm">
      <h2>
        <code className="font-semibold text-ink">{path}</code>
      </h2>
      {file.kind === "text" && <span>{formatQuantity(file.lines, "line")}</span>}
      {size !== null && <span>{formatBytes(size)}</span>}
      {asItIs === null ? (
        <span>in an archive within the archive</span>
      ) : (
        <a href={asItIs} className="text-link">
          As it is
        </a>
      )}
      {asItIs !== null && file.kind === "text" && (
        <CopyButton address={asItIs} label={`Copy ${path}`} className="text-link">
          Copy
        </CopyButton>
      )}
    </div>
  );
}
