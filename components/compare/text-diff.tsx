import { formatCount, formatQuantity } from "#components/ui/format.ts";
import { Notice } from "#components/ui/notice.tsx";
import { type ChartAddress, filePath } from "#lib/catalog/chart-path.ts";
import type { DiffHunk, DiffLine, TextOutcome } from "#lib/chart/compare/text-diff.ts";

/** A file on either side; a path of null where it is not. */
export interface ShownFile {
  readonly from: string | null;
  readonly to: string | null;
  readonly outcome: TextOutcome;
}

/** The lines of a file that differ, with those around them. */
export function TextDiff({
  file: { from: fromPath, to: toPath, outcome },
  from,
  to,
}: {
  file: ShownFile;
  from: ChartAddress & { readonly version: string };
  to: ChartAddress & { readonly version: string };
}) {
  const whole = (
    <p className="flex flex-wrap gap-x-4 text-sm">
      {fromPath !== null && (
        <a href={filePath(from.id, from.version, fromPath)} className="text-link">
          As it was
        </a>
      )}
      {toPath !== null && (
        <a href={filePath(to.id, to.version, toPath)} className="text-link">
          As it is
        </a>
      )}
    </p>
  );
  if (outcome.kind === "failed") {
    return (
      <>
        <Notice tone="bad">This difference could not be computed. {outcome.reason}</Notice>
        {whole}
      </>
    );
  }
  const { hunks, added, removed, left, lineEnds } = outcome.difference;
  return (
    <>
      <p className="text-ink-2 text-sm">
        {fromPath === null && "Only the new side has this file. "}
        {toPath === null && "Only the old side has this file. "}
        {hunks.length === 0
          ? "No difference in the lines of this file."
          : `${formatQuantity(removed, "line")} removed, ${formatQuantity(added, "line")} added.`}
      </p>
      {lineEnds && <Notice>The line ends differ too: CR LF on one side, LF on the other.</Notice>}
      {whole}
      {hunks.map((hunk, index) => (
        <Hunk key={hunk.lines[0]?.from ?? hunk.lines[0]?.to ?? index} hunk={hunk} number={index + 1} />
      ))}
      {left > 0 && <Notice>The difference goes on for {formatCount(left)} lines that are not shown.</Notice>}
    </>
  );
}

function Hunk({ hunk: { lines }, number }: { hunk: DiffHunk; number: number }) {
  const first = lines.find(({ to }) => to !== null)?.to ?? lines[0]?.from ?? 1;
  return (
    <details open className="diff">
      <summary>
        Change {number}, from line {formatCount(first)} on
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">Old line</span>
            </th>
            <th scope="col">
              <span className="sr-only">New line</span>
            </th>
            <th scope="col">
              <span className="sr-only">Text</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.from} ${line.to}`} className={line.kind}>
              <td>{line.from}</td>
              <td>{line.to}</td>
              <td>
                <Line line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const ELEMENTS = { removed: "del", added: "ins", same: "span" } as const;
const MARKS = { removed: "−", added: "+", same: " " } as const;

function Line({ line: { kind, runs } }: { line: DiffLine }) {
  const Element = ELEMENTS[kind];
  return (
    <>
      <i aria-hidden="true">{MARKS[kind]}</i>
      <Element>
        {runs.map(({ text, changed }, index) =>
          changed ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a run of text has no other identity, and none is ever moved
            <b key={index}>{visible(text)}</b>
          ) : (
            visible(text)
          ),
        )}
      </Element>
    </>
  );
}

/**
 * What changes the order or the sight of letters is written as its number. Attack: a line that reads as harmless and is not,
 * by characters that turn the direction (CVE-2021-42574).
 */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    if (character === "\t") return character;
    return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
  });
}
