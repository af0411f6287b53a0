import { Notice } from "#components/ui/notice.tsx";
import type { ChartAddress } from "#lib/catalog/chart-path.ts";
import type { SubchartDifference } from "#lib/chart/compare/compare-subcharts.ts";
import { countValues } from "./count-changes.ts";
import { ValuesChanges } from "./values-changes.tsx";

/** Subcharts that differ, each with its own values under the name the chart gives it. */
export function SubchartChanges({
  changes,
  from,
  to,
  all,
}: {
  changes: readonly SubchartDifference[];
  from: ChartAddress;
  to: ChartAddress;
  all: string | null;
}) {
  return changes.map((change) => (
    <section key={change.path} className="compare-subchart">
      <h3>
        <code>{change.path}</code> <Versions {...change} />
      </h3>
      {change.values?.kind === "failed" && (
        <Notice tone="bad">
          This difference could not be computed. <bdi>{change.values.reason}</bdi>
        </Notice>
      )}
      {change.values?.kind === "computed" &&
        (countValues(change.values.difference) + change.values.difference.described.length === 0 ? (
          <p>No difference in its values.</p>
        ) : (
          <details open={all === null}>
            <summary>{countValues(change.values.difference)} of its values differ</summary>
            <ValuesChanges
              difference={change.values.difference}
              from={from}
              to={to}
              prefix={`${change.path}.`}
              all={all}
            />
          </details>
        ))}
    </section>
  ));
}

function Versions({ path, name, from, to }: SubchartDifference) {
  const called = path.split(".").at(-1) === name ? "" : `${name} `;
  return (
    <span>
      {called}
      {from !== null && from === to ? (
        from
      ) : (
        <>
          {from === null ? "is new: " : <del>{from}</del>} {to === null ? "and is gone" : <ins>{to}</ins>}
        </>
      )}
    </span>
  );
}
