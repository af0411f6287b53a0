import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parseQuestions, type Question } from "./questions.ts";

const FOLDER = join(import.meta.dirname, "..");
const DEMO = "demo";

/** The questions people wrote: those about the sample charts, or those about the real ones, by kind. */
export async function readQuestions(about: "demo" | "real"): Promise<readonly Question[]> {
  const kinds = (await readdir(FOLDER))
    .filter((name) => name.endsWith(".txt"))
    .map((name) => basename(name, ".txt"))
    .filter((kind) => (kind === DEMO) === (about === "demo"))
    .sort();
  const files = kinds.map(async (kind) =>
    parseQuestions(kind, await readFile(join(FOLDER, `${kind}.txt`), "utf8")),
  );
  return (await Promise.all(files)).flat();
}

/** Names in the questions that no chart has: a slip of the pen, which would count as a miss. */
export function unknownNames(
  questions: readonly Question[],
  isKnown: (name: string) => boolean,
): readonly string[] {
  const names = questions.flatMap(({ wanted, unwanted }) => [...wanted, ...unwanted]);
  return [...new Set(names)].filter((name) => !isKnown(name));
}
