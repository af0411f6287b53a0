import { type Document, isMap, isScalar, LineCounter, type Node, parseAllDocuments } from "yaml";
import { aliasResolver } from "../values/value-tree.ts";
import { explainSyntaxError } from "./syntax-errors.ts";
import type { FileProblem, UserFile } from "./user-file.ts";
import { readUserKeys } from "./user-keys.ts";

/** Characters; ten times the largest real values.yaml but for one. */
export const MAX_USER_FILE = 1024 * 1024;
/** Syntax errors that are said: the first is the cause, those behind it mostly follow from it. */
const MAX_ERRORS = 20;

const NOTHING = { values: {}, keys: new Map(), count: 0 } as const;

/** Reads somebody's values file, YAML or JSON, as `helm -f` does. Never throws. */
export function readUserFile(text: string): UserFile {
  const lines = countLines(text);
  const refused = (message: string): UserFile => ({
    ...NOTHING,
    lines,
    problems: [{ kind: "syntax", line: null, column: null, path: null, message }],
    readable: false,
  });
  if (text.length > MAX_USER_FILE) return refused("The file is larger than 1 MiB: it was not checked.");
  try {
    return readDocuments(text, lines);
  } catch (error) {
    // Attack: "[" 10,000 times. The parser calls itself for each until the stack ends, harmlessly.
    if (!(error instanceof RangeError)) throw error;
    return refused("The file is nested too deeply to be read. Helm gives up on such a file, too.");
  }
}

function readDocuments(text: string, lines: number): UserFile {
  const lineCounter = new LineCounter();
  const options = { lineCounter, uniqueKeys: false, prettyErrors: false, logLevel: "error" } as const;
  const parsed = parseAllDocuments(text, options);
  const documents: readonly Document.Parsed[] = "empty" in parsed ? [] : parsed;
  const problems: FileProblem[] = [];
  const [first] = documents;
  if (first === undefined) return { ...NOTHING, lines, problems, readable: true };
  const errors = documents.flatMap((document) => document.errors).slice(0, MAX_ERRORS);
  for (const error of errors) problems.push(explainSyntaxError(error, lineCounter, text));
  const second = documents[1];
  if (second !== undefined) {
    const { line } = lineCounter.linePos(second.range[0]);
    problems.push({
      ...{ kind: "syntax", line, column: null, path: null },
      message:
        "A second YAML document begins here. Of a values file Helm reads the first document only: put what follows into " +
        "a file of its own and give both with -f.",
    });
  }
  const root: Node | null = first.contents;
  if (root === null || (isScalar(root) && root.value === null))
    return { ...NOTHING, lines, problems, readable: errors.length === 0 };
  if (!isMap(root)) {
    const { line, col } = lineCounter.linePos(root.range?.[0] ?? 0);
    problems.push({
      ...{ kind: "syntax", line, column: col, path: null },
      message:
        "Values are keys with a colon behind each, such as “replicas: 2”. This file begins with something else.",
    });
    return { ...NOTHING, lines, problems, readable: false };
  }
  const read = readUserKeys(root, { resolve: aliasResolver(first), lineCounter, text });
  return {
    values: read.values,
    keys: read.keys,
    count: read.count,
    lines,
    problems: [...problems, ...read.problems],
    readable: errors.length === 0 && read.readable,
  };
}

function countLines(text: string): number {
  if (text === "") return 0;
  let lines = text.endsWith("\n") ? 0 : 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
