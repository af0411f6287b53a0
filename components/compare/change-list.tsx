import type { ReactNode } from "react";
import { formatCount } from "#components/ui/format.ts";

const MARKS = { added: "+", removed: "−", changed: "±", moved: "→", plain: "" } as const;
export type ChangeMark = keyof typeof MARKS;

/** Entries of one list that are shown where all parts are, and where one is. */
const SHORT = 50;
const LONG = 2_000;

/** Changes of one kind under their heading. A list that is long ends with the way to all of it. */
export function ChangeList<T>({
  title,
  mark,
  entries,
  keyOf,
  children,
  all,
}: {
  title: string;
  mark: ChangeMark;
  entries: readonly T[];
  keyOf: (entry: T) => string;
  children: (entry: T) => ReactNode;
  /** The address of all of them; null on the page that shows all. */
  all: string | null;
}) {
  if (entries.length === 0) return null;
  const shown = entries.slice(0, all === null ? LONG : SHORT);
  return (
    <section className="changes" data-mark={mark}>
      <h3>
        {title} <span>{formatCount(entries.length)}</span>
      </h3>
      <ul>
        {shown.map((entry) => (
          <li key={keyOf(entry)}>
            <i aria-hidden="true">{MARKS[mark]}</i>
            <div>{children(entry)}</div>
          </li>
        ))}
      </ul>
      {shown.length < entries.length && (
        <p>
          {all === null ? (
            `${formatCount(entries.length - shown.length)} more are not shown.`
          ) : (
            <a href={all} className="text-link">
              All {formatCount(entries.length)}
            </a>
          )}
        </p>
      )}
    </section>
  );
}
