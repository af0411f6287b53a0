import { Notice } from "#components/ui/notice.tsx";
import type { ChartId } from "#lib/catalog/chart-path.ts";
import type { ChartFile, ChartText } from "#lib/chart/chart-content.ts";
import type { DocumentedKey, DocumentedValues } from "#lib/chart/values/documented-values.ts";
import type { ChartView } from "../chart-view.ts";
import { DocumentedList, VALUES_LIST_ID } from "./documented-list.tsx";
import { hasWords, parseWords } from "./find-words.ts";
import { countInnerKeys } from "./inner-keys.ts";
import { countRows, planSections } from "./plan-sections.ts";
import { RawValues } from "./raw-values.tsx";
import { searchText } from "./schema-words.ts";
import { type KeyTexts, SoughtKey } from "./sought-key.tsx";
import { ValuesFilter } from "./values-filter.client.tsx";
import { ValuesNav } from "./values-nav.tsx";

/** What can be set: documented, or as the file. */
export function ValuesTab({
  id,
  version,
  address,
  document,
  files,
  archive,
  fullDefaults,
  textsOf,
  previous,
  view,
}: {
  id: ChartId;
  /** The release shown. */
  version: string;
  /** What the page's address names, for links that stay on it. */
  address: string | null;
  document: DocumentedValues;
  /** The files keys are written in. */
  files: readonly ChartText[];
  archive: readonly ChartFile[];
  /** Whole defaults by path, where a line has only the beginning. */
  fullDefaults: ReadonlyMap<string, string>;
  textsOf: (key: DocumentedKey) => KeyTexts;
  /** The stable version before, and where the two are compared. */
  previous: { readonly version: string; readonly href: string } | null;
  view: ChartView;
}) {
  const { keys } = document;
  const sought = keys.find((key) => key.path === view.key) ?? null;
  const file = files.find(({ path }) => path === (view.file ?? sought?.file)) ?? files[0];
  const raw = view.values === "raw" && file !== undefined;
  const sections = planSections(keys);
  const rows = sections.flatMap((section) => section.rows);
  const words = parseWords(view.find);
  const found = words.length === 0 ? rows : rows.filter((row) => hasWords(searchText(row), words));
  const innerKeys = countInnerKeys(keys);
  const soughtInner = sought === null ? 0 : (innerKeys.get(sought.path) ?? 0);
  const place = raw ? "file" : view.alone ? null : "list";
  const soughtPart = view.key !== null && (
    <SoughtKey
      path={view.key}
      found={sought}
      inner={soughtInner}
      texts={sought === null ? null : textsOf(sought)}
      place={place === "file" && sought?.file !== file?.path ? null : place}
    />
  );
  return (
    <>
      {soughtPart}
      <div className="mb-3 flex flex-wrap items-center gap-2.5">
        {!raw && !view.alone && rows.length > 0 && (
          <ValuesFilter
            listId={VALUES_LIST_ID}
            find={view.find}
            shown={found.length}
            total={countRows(sections)}
          />
        )}
        <ValuesNav
          id={id}
          address={address}
          chosen={raw ? "raw" : "documented"}
          sought={sought}
          hasFiles={files.length > 0}
        >
          {previous !== null && (
            <a href={previous.href} className="text-link text-sm">
              Compare with {previous.version}
            </a>
          )}
        </ValuesNav>
      </div>
      {document.problems.map((problem) => (
        <div key={problem} className="mb-3">
          <Notice>{problem}</Notice>
        </div>
      ))}
      {raw ? (
        <RawValues
          id={id}
          version={version}
          files={files}
          shown={file}
          archive={archive}
          keys={keys}
          current={sought}
        />
      ) : (
        !view.alone && (
          <DocumentedList
            sections={sections}
            found={found}
            words={words}
            currentKey={view.key}
            subchartFiles={subchartFiles(keys)}
            fullDefaults={fullDefaults}
            innerKeys={innerKeys}
          />
        )
      )}
    </>
  );
}

/** Where a subchart's own values are, by what stands before its keys: its parent may set some of them in another file. */
function subchartFiles(keys: readonly DocumentedKey[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { subchart, file } of keys) {
    if (subchart !== null && file.startsWith("charts/")) files.set(subchart, file);
  }
  return files;
}
