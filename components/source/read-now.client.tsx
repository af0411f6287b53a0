"use client";

import { controlStyle } from "#components/ui/control-style.ts";
import { formatQuantity } from "#components/ui/format.ts";
import type { SourceState } from "#lib/catalog/catalog.ts";
import { OperatorDialog } from "./operator-dialog.client.tsx";
import { type Asking, useReading } from "./use-reading.ts";

/** Has a source read, and says how that goes. With `acceptEmpty`, its charts are forgotten if the registry still lists none. */
export function ReadNow({ source, acceptEmpty = false }: { source: SourceState; acceptEmpty?: boolean }) {
  const { asking, begin, send, cancel } = useReading({ source: source.id, acceptEmpty });
  const charts = formatQuantity(source.charts, "chart");
  const label = acceptEmpty ? `It is empty: forget its ${charts}` : "Read now";
  return (
    <span className="noscript:hidden flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <button type="button" onClick={begin} className={controlStyle.secondary}>
        {label}
        <span className="sr-only"> ({source.id})</span>
      </button>
      <span role="status" className="text-ink-2 text-sm">
        {describe(asking, source)}
      </span>
      {asking.kind === "failed" && (
        <span role="alert" className="text-bad text-sm">
          {asking.failure.message}. {asking.failure.detail}
        </span>
      )}
      <OperatorDialog
        title={acceptEmpty ? `Forget the ${charts} of ${source.id}?` : `Read ${source.id} now`}
        action={acceptEmpty ? "Forget them" : "Read now"}
        asking={asking}
        onSend={send}
        onCancel={cancel}
      >
        {acceptEmpty && (
          <p>
            The registry is read once more. If it still lists nothing, {charts} and{" "}
            {formatQuantity(source.releases, "release")} go from the search; if it lists something again, that
            is read. Registries are never written to.
          </p>
        )}
      </OperatorDialog>
    </span>
  );
}

function describe(asking: Asking, { asked, status }: SourceState): string | null {
  if (asking.kind === "sending") return "Asking …";
  if (asked) return status === "reading" ? "Being read." : "Asked: it begins in a moment.";
  if (asking.kind !== "asked") return null;
  return status === "failing" ? "Done: what went wrong is said below." : "Done: it is as current as can be.";
}
