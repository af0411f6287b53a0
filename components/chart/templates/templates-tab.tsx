import { BlankState } from "#components/ui/blank-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ChartId } from "#lib/catalog/chart-path.ts";
import type { ArchiveEntry } from "#lib/chart/templates/archive-files.ts";
import type { TemplateFindings } from "#lib/chart/templates/find-in-templates.ts";
import type { UnknownKey } from "#lib/chart/templates/unknown-keys.ts";
import { FileTree } from "./file-tree.tsx";
import { FileView, type ShownFile } from "./file-view.tsx";
import { FindForm } from "./find-form.tsx";
import { FindResults, FoundHere } from "./find-results.tsx";
import { planFileTree } from "./plan-file-tree.ts";
import { UnknownKeys } from "./unknown-keys.tsx";
import "./templates.css";

/** Every file of the archive: a tree, the chosen file in its colours, and a search through all templates. */
export function TemplatesTab({
  id,
  address,
  files,
  file,
  find,
  findings,
  unknown,
  complete,
}: {
  id: ChartId;
  /** What the page's address names, for links that stay on it. */
  address: string | null;
  files: readonly ArchiveEntry[];
  /** The file that is shown; null where a search through all of them is. */
  file: ShownFile | null;
  find: string;
  findings: TemplateFindings | null;
  unknown: readonly UnknownKey[];
  /** Whether all templates could be read. */
  complete: boolean;
}) {
  return (
    <div className="templates">
      <FileTree
        id={id}
        address={address}
        tree={planFileTree(files, file?.path ?? null)}
        files={files.length}
      />
      <div className="min-w-0">
        <FindForm id={id} address={address} find={find} />
        {!complete && (
          <Notice>
            This chart has more templates than are looked through; some links and uses are missing.
          </Notice>
        )}
        {findings !== null && file === null && (
          <FindResults id={id} address={address} find={find} findings={findings} />
        )}
        {findings !== null && file !== null && (
          <FoundHere id={id} address={address} find={find} findings={findings} />
        )}
        {file !== null && <FileView id={id} address={address} file={file} />}
        {file === null && findings === null && (
          <BlankState title="There is no file to show">
            <p>The archive holds nothing but Chart.yaml.</p>
          </BlankState>
        )}
        <UnknownKeys id={id} address={address} keys={unknown} />
      </div>
    </div>
  );
}
