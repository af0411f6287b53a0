import { useCallback, useEffect, useRef, useState } from "react";
import { RequestFailure } from "#components/ui/request-failure.ts";
import type { ChartId } from "#lib/catalog/chart-path.ts";
import type { CheckReport } from "#lib/chart/check/check-report.ts";
import { CheckDesk, CheckStopped, DEADLINE_MS } from "./check-desk.ts";
import { ValuesModels } from "./values-model-request.ts";

/** What is checked: the text, against which version, and the version it was written for (empty for none). */
export interface CheckSubject {
  readonly text: string;
  readonly against: string;
  readonly from: string;
}

/** How the last check went. */
export type CheckState =
  | { readonly kind: "idle" | "checking" }
  | { readonly kind: "done"; readonly report: CheckReport; readonly subject: CheckSubject }
  | { readonly kind: "failed"; readonly title: string; readonly detail: string };

/** Checks what it is given; the last question alone is answered. */
export function useCheck(id: ChartId): {
  readonly state: CheckState;
  readonly check: (subject: CheckSubject) => void;
} {
  const [state, setState] = useState<CheckState>({ kind: "idle" });
  const models = useRef<ValuesModels>(null);
  const desk = useRef<CheckDesk>(null);
  const last = useRef(0);

  useEffect(
    () => () => {
      last.current += 1;
      desk.current?.close();
    },
    [],
  );

  const check = useCallback(
    (subject: CheckSubject) => {
      last.current += 1;
      const number = last.current;
      if (subject.text.trim() === "") {
        setState({ kind: "idle" });
        return;
      }
      models.current ??= new ValuesModels(id);
      desk.current ??= new CheckDesk();
      setState((before) => (before.kind === "done" ? before : { kind: "checking" }));
      run(subject, models.current, desk.current, () => number === last.current).then((next) => {
        if (number === last.current) setState(next);
      });
    },
    [id],
  );
  return { state, check };
}

async function run(
  subject: CheckSubject,
  models: ValuesModels,
  desk: CheckDesk,
  isLast: () => boolean,
): Promise<CheckState> {
  try {
    const [chosen, from] = await Promise.all([
      models.of(subject.against),
      subject.from === "" || subject.from === subject.against ? null : models.of(subject.from),
    ]);
    if (!isLast()) return { kind: "checking" };
    return { kind: "done", report: await desk.ask({ text: subject.text, chosen, from }), subject };
  } catch (error) {
    return { kind: "failed", ...explain(error) };
  }
}

function explain(error: unknown): { readonly title: string; readonly detail: string } {
  if (error instanceof RequestFailure) return { title: error.message, detail: error.detail };
  if (error instanceof CheckStopped && error.late) {
    const seconds = DEADLINE_MS / 1000;
    return {
      title: `The check was stopped after ${seconds} seconds`,
      detail:
        "The file or the chart’s schema takes too long to work through; a pattern in the schema may be the cause.",
    };
  }
  return { title: "The check broke", detail: "Your file is still here. Try again." };
}
