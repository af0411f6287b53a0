import { BlankState } from "#components/ui/blank-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type ChartId, chartPath, valueKeyPath } from "#lib/catalog/chart-path.ts";
import type { ChartText } from "#lib/chart/chart-content.ts";
import type { ValuesDocument } from "#lib/chart/values/values.ts";
import { type ChartView, rawValuesPath } from "../chart-view.ts";
import { parseWords } from "./find-words.ts";
import { countRows, planSections } from "./plan-sections.ts";
import { RawValues } from "./raw-values.tsx";
import { SoughtKey } from "./sought-key.tsx";
import { ValuesFilter } from "./values-filter.client.tsx";
import { rowHasWords } from "./values-row.tsx";
import { VALUES_TABLE_ID, ValuesTable } from "./values-table.tsx";

/** What can be set: documented, or as the file. */
export function ValuesTab({
  id,
  version,
  address,
  file,
  document,
  view,
}: {
  id: ChartId;
  /** The release shown. */
  version: string;
  /** What the page's address names, for links that stay on it. */
  address: string | null;
  file: ChartText;
  document: ValuesDocument;
  view: ChartView;
}) {
  const raw = view.values === "raw";
  const sections = planSections(document.keys);
  const sought = document.keys.find((key) => key.path === view.key) ?? null;
  const words = parseWords(view.find);
  const total = countRows(sections);
  const found = sections.flatMap((section) => section.rows).filter((row) => rowHasWords(row, words));
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2.5">
        {!raw && total > 0 && (
          <ValuesFilter tableId={VALUES_TABLE_ID} find={view.find} shown={found.length} total={total} />
        )}
        <nav
          aria-label="How values are shown"
          className="flex overflow-hidden rounded-sm border border-edge text-sm"
        >
          <Choice
            href={sought === null ? chartPath(id, address, "values") : valueKeyPath(id, address, sought.path)}
            chosen={!raw}
            name="Documented"
          />
          <Choice href={rawValuesPath(id, address, sought)} chosen={raw} name="Raw" />
        </nav>
      </div>
      {document.problem !== null && (
        <div className="mb-3">
          <Notice>{document.problem}</Notice>
        </div>
      )}
      {view.key !== null && <SoughtKey path={view.key} document={document} raw={raw} />}
      {raw ? (
        <RawValues id={id} version={version} file={file} document={document} current={sought} />
      ) : total === 0 ? (
        <NothingDocumented />
      ) : (
        <ValuesTable sections={sections} found={found} words={words} currentKey={view.key} />
      )}
    </>
  );
}

function Choice({ href, chosen, name }: { href: string; chosen: boolean; name: string }) {
  return (
    <a
      href={href}
      aria-current={chosen ? "page" : undefined}
      className="px-3 py-1.5 text-ink-2 hover:text-ink focus-visible:-outline-offset-2 aria-[current]:bg-ink aria-[current]:text-paper"
    >
      {name}
    </a>
  );
}

function NothingDocumented() {
  return (
    <BlankState title="No key can be listed">
      <p>The file may be empty or hold comments only. It is shown as it is under Raw.</p>
    </BlankState>
  );
}
