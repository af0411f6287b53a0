import { formatCount } from "#components/ui/format.ts";
import { EMPTY_CATALOG, type SourceState } from "#lib/catalog/catalog.ts";
import { ReadNow } from "./read-now.client.tsx";

/** Failures by cause, each with what to do about it; `askable` says whether it can be done here. */
export function SourceProblems({ source, askable }: { source: SourceState; askable: boolean }) {
  const { problems } = source;
  if (problems.length === 0) return null;
  return (
    <ul
      aria-label="Problems"
      className="mt-4 max-w-[58rem] space-y-3 border-bad border-l-3 bg-panel px-3.5 py-2.5 text-sm"
    >
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.message}`}>
          <p>
            {problem.count > 1 && (
              <b className="tabular-nums">{formatCount(problem.count)} times, such as: </b>
            )}
            <bdi>{problem.message}</bdi>
          </p>
          <p className="text-ink-2">{problem.remedy}</p>
          {askable && problem.code === EMPTY_CATALOG && (
            <div className="mt-2">
              <ReadNow source={source} acceptEmpty />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
