import { type ChartQuery, searchPath } from "#lib/catalog/chart-query.ts";
import { type Mistake, parseSearchText, replaceTerm } from "#lib/catalog/search-text.ts";
import { followHere } from "./follow-here.ts";
import { useSettled } from "./use-settled.ts";
import type { Draft } from "./use-suggestions.ts";

/** Pause after which what was typed is taken as meant, ms: short enough that what moves still follows from the key. */
const PAUSE = 400;

interface MistakesProps {
  readonly id: string;
  readonly query: ChartQuery;
  /** What stands in the box while it has the focus. */
  readonly draft: Draft | null;
  /** Whether it is proposed how the draft goes on: then what the caret is in is not yet a mistake. */
  readonly proposing: boolean;
  /** Puts another text into the box and searches for it. */
  readonly correct: (text: string) => void;
}

/** What of the text cannot be meant as it is written, piece by piece, with what was probably meant. */
export function Mistakes({ id, query, draft, proposing, correct }: MistakesProps) {
  const text = draft?.text ?? query.text;
  const resting = useSettled(text, PAUSE) === text && !proposing;
  const mistakes = parseSearchText(text).mistakes.filter(
    ({ start, end }) => draft === null || resting || draft.caret < start || draft.caret > end,
  );
  return (
    <div id={id} aria-live="polite">
      {mistakes.map((mistake) => (
        <p key={mistake.start} className="mt-2 text-sm">
          <span className="font-mono underline decoration-bad decoration-wavy underline-offset-3">
            <bdi>{text.slice(mistake.start, mistake.end)}</bdi>
          </span>{" "}
          <span>{mistake.message}</span>{" "}
          <Correction text={text} mistake={mistake} query={query} correct={correct} />
        </p>
      ))}
    </div>
  );
}

interface CorrectionProps extends Pick<MistakesProps, "query" | "correct"> {
  readonly text: string;
  readonly mistake: Mistake;
}

function Correction({ text, mistake, query, correct }: CorrectionProps) {
  if (mistake.suggestion === null) return null;
  const corrected = replaceTerm(text, mistake, mistake.suggestion);
  return (
    <a
      href={searchPath({ ...query, text: corrected, page: 1 })}
      onClick={followHere(() => correct(corrected))}
      className="mt-1 inline-block whitespace-nowrap rounded-sm border border-edge bg-paper px-2 text-ink hover:border-ink"
    >
      Use <bdi className="font-mono">{mistake.suggestion}</bdi>
    </a>
  );
}
