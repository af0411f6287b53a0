import type { ReactNode } from "react";

const TONES = { land: "border-land-ink bg-land text-land-ink", bad: "border-bad bg-panel text-ink" } as const;

/** Something a reader must know about what is below it: buff for "older or less than usual", red for "did not work". */
export function Notice({ tone = "land", children }: { tone?: keyof typeof TONES; children: ReactNode }) {
  return <div className={`border-l-3 px-3 py-2 text-sm ${TONES[tone]}`}>{children}</div>;
}
