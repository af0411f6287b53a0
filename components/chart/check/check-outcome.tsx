import { AnnouncedCount } from "#components/search/announced-count.tsx";
import { controlStyle } from "#components/ui/control-style.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { ChartId } from "#lib/catalog/chart-path.ts";
import { CopyButton } from "../copy-button.client.tsx";
import { FindingGroup } from "./finding-group.tsx";
import { FINDING_GROUPS } from "./finding-groups.ts";
import { summarize } from "./summarize.ts";
import type { CheckState } from "./use-check.ts";

/** What a check found, or how it is going. */
export function CheckOutcome({
  id,
  state,
  onRetry,
  onLine,
}: {
  id: ChartId;
  state: CheckState;
  onRetry: () => void;
  /** Goes to a line of the file. */
  onLine: (line: number, column: number | null) => void;
}) {
  const summary = state.kind === "done" ? summarize(state.report, state.subject.against) : null;
  return (
    <div className="mt-4 min-h-40">
      <AnnouncedCount text={summary === null ? "" : `${summary.title} ${summary.detail}`} />
      {state.kind === "checking" && <p className="text-ink-2">Checking …</p>}
      {state.kind === "failed" && (
        <Notice tone="bad">
          <p role="alert">
            <strong>{state.title}.</strong> {state.detail}
          </p>
          <button type="button" onClick={onRetry} className={`${controlStyle.secondary} mt-2`}>
            Try again
          </button>
        </Notice>
      )}
      {state.kind === "done" && summary !== null && (
        <>
          <h3 className={`font-semibold ${summary.clean ? "text-good" : ""}`}>{summary.title}</h3>
          <p className="text-ink-2 text-sm">{summary.detail}</p>
          {state.report.limits.map((limit) => (
            <div key={limit} className="mt-2">
              <Notice>{limit}</Notice>
            </div>
          ))}
          {FINDING_GROUPS.map((group) => (
            <FindingGroup
              key={group.title}
              id={id}
              version={state.subject.against}
              group={group}
              report={state.report}
              onLine={onLine}
            />
          ))}
          {state.report.cleaned !== null && (
            <p className="mt-3 flex flex-wrap items-center gap-3 text-ink-2 text-sm">
              <CopyButton
                text={state.report.cleaned}
                label="Copy the file without what is the default"
                className={controlStyle.secondary}
              >
                Copy without them
              </CopyButton>
              Your file without these lines; Helm makes the same of it.
            </p>
          )}
        </>
      )}
    </div>
  );
}
