import type { CheckReport } from "#lib/chart/check/check-report.ts";
import type { ValuesModel } from "#lib/chart/check/values-model.ts";

/** What the page asks its worker. */
export interface CheckQuestion {
  readonly number: number;
  readonly text: string;
  readonly chosen: ValuesModel;
  readonly from: ValuesModel | null;
}

/** What the worker answers. */
export interface CheckAnswer {
  /** Of the question. */
  readonly number: number;
  readonly report: CheckReport;
}
