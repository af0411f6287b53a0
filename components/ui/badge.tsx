import type { ReactNode } from "react";

const TONES = {
  plain: "text-ink-3 ring-edge",
  good: "text-good ring-current",
  warn: "bg-land text-land-ink ring-transparent",
  bad: "text-bad ring-current",
} as const;

/** A short mark beside a name: `signed`, `deprecated`. The words carry the meaning; the tone only helps to find it. */
export function Badge({ tone = "plain", children }: { tone?: keyof typeof TONES; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1 whitespace-nowrap rounded-xs px-1.5 font-medium text-xs leading-[1.6] ring-1 ring-inset ${TONES[tone]}`}
    >
      {children}
    </span>
  );
}
