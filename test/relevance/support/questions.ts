/** Ranking is tuned on one half of the questions and judged on the other. */
export const HALVES = ["tune", "held-out"] as const;
export type Half = (typeof HALVES)[number];

/** What somebody types, and the charts they meant. */
export interface Question {
  /** Name of the file it stands in, or of the rule that made it. */
  readonly kind: string;
  readonly half: Half;
  readonly text: string;
  /** Each answers it: `argo-cd`, or `argoproj--argo-helm/argo-cd` where only that one does. */
  readonly wanted: readonly string[];
  /** Answers that must not be among the first ten. */
  readonly unwanted: readonly string[];
}

const ARROW = " -> ";

/** Reads a file of questions (README.md beside it says how one is written); throws what is wrong, with its line. */
export function parseQuestions(kind: string, content: string): readonly Question[] {
  const questions: Question[] = [];
  let half: Half | null = null;
  for (const [index, written] of content.split("\n").entries()) {
    const line = written.trim();
    if (line === "" || line.startsWith("#")) continue;
    const heading = HALVES.find((one) => line === `[${one}]`);
    if (heading !== undefined) {
      half = heading;
      continue;
    }
    const arrow = line.lastIndexOf(ARROW);
    const [wanted = "", unwanted = ""] = line.slice(arrow + ARROW.length).split(" ! ");
    const question = { text: line.slice(0, arrow).trim(), wanted: names(wanted), unwanted: names(unwanted) };
    if (arrow < 0 || half === null || question.wanted.length === 0) {
      throw new Error(`${kind}.txt:${index + 1}: not "question -> chart | chart" below [tune] or [held-out]`);
    }
    questions.push({ kind, half, ...question });
  }
  return questions;
}

/** Whether the repository `argoproj--argo-helm/argo-cd` is the chart a question names. */
export function isNamed(name: string, repository: string): boolean {
  return repository === name || repository.endsWith(`/${name}`);
}

function names(list: string): readonly string[] {
  return list
    .split("|")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
