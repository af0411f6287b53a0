import type { ValueKey } from "#lib/chart/values/values.ts";
import { keyElementId } from "../chart-view.ts";
import { DescribedText } from "./described-text.tsx";
import { MAX_MARKED_ROWS } from "./find-words.ts";
import type { ValueSection } from "./plan-sections.ts";
import { ValuesRow } from "./values-row.tsx";
import "../listing.css";
import "./values.css";

/** The element the filter of the page looks for. */
export const VALUES_TABLE_ID = "values";

/** All keys in their sections; those not searched for are there but hidden, so that the search can change in place. */
export function ValuesTable({
  sections,
  found,
  words,
  currentKey,
}: {
  sections: readonly ValueSection[];
  /** The rows that hold the words searched for. */
  found: readonly ValueKey[];
  words: readonly string[];
  currentKey: string | null;
}) {
  const shown = new Set(found);
  const marked = new Set(found.slice(0, MAX_MARKED_ROWS));
  const marksOf = (rows: readonly ValueKey[]) => (rows.some((row) => marked.has(row)) ? words : []);
  return (
    <>
      <table id={VALUES_TABLE_ID} className="listing values">
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Type</th>
            <th scope="col">Default</th>
            <th scope="col">What it does</th>
            <th scope="col">Line</th>
          </tr>
        </thead>
        {sections.map((section) => {
          const { parent, rows, title } = section;
          const hidden = !rows.some((row) => shown.has(row) || row.path === currentKey);
          return (
            <tbody key={rows[0]?.path} hidden={hidden}>
              {(title !== null || parent !== null) && (
                <tr
                  id={parent === null ? undefined : keyElementId(parent.path)}
                  aria-current={(parent !== null && parent.path === currentKey) || undefined}
                >
                  <th colSpan={5} scope="rowgroup">
                    {title}
                    {parent !== null && <code>{parent.path}</code>}
                    {parent !== null && parent.description !== "" && (
                      <span dir="auto">
                        <DescribedText text={parent.description} words={marksOf(rows)} />
                      </span>
                    )}
                  </th>
                </tr>
              )}
              {rows.map((row) => (
                <ValuesRow
                  key={row.path}
                  value={row}
                  shown={shown.has(row)}
                  marks={marksOf([row])}
                  current={row.path === currentKey}
                />
              ))}
            </tbody>
          );
        })}
      </table>
      <p className="values-none">No key or description holds these words.</p>
    </>
  );
}
