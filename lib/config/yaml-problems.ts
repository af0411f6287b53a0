import { type Document, visit, type YAMLError } from "yaml";
import type { ConfigProblem } from "./config-error.ts";

type Explanation = Omit<ConfigProblem, "place">;

/** Our own words: the parser's quote the file, and with it passwords. */
const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  DUPLICATE_KEY: { message: "this key stands here twice", remedy: "keep one of the two" },
  TAB_AS_INDENT: { message: "a tab is used to indent", remedy: "indent with spaces" },
  BAD_INDENT: {
    message: "the indentation does not fit, or a bracket before is not closed",
    remedy: "align the line with its neighbours, or close the bracket",
  },
  MISSING_CHAR: {
    message: "a quote, bracket or colon is missing",
    remedy: "close what was opened on this line",
  },
  BAD_SCALAR_START: {
    message: "a value cannot begin with this character",
    remedy: "put the value in quotes",
  },
  BAD_DQ_ESCAPE: { message: "this `\\` escape does not exist", remedy: "use single quotes, or write `\\\\`" },
  BLOCK_AS_IMPLICIT_KEY: { message: "a `: ` stands inside a value", remedy: "put the value in quotes" },
  MULTILINE_IMPLICIT_KEY: { message: "a key has no `:`", remedy: "write `key: value` on one line" },
};

const UNKNOWN: Explanation = {
  message: "this is not valid YAML",
  remedy: "compare the line with the example in docs/configuration.md",
};

const UNRESOLVED_ALIAS: Explanation = {
  message: "`*` refers to an anchor that does not exist",
  remedy: "a value that begins with `*` goes in quotes",
};

/** Why a document cannot be turned into data; none if it can. `place` names an offset in the text. */
export function yamlProblems(document: Document.Parsed, place: (offset: number) => string): ConfigProblem[] {
  const problems = independentErrors(document.errors).map((error) => ({
    place: place(error.pos[0]),
    ...(EXPLANATIONS[error.code] ?? UNKNOWN),
  }));
  visit(document, {
    Alias(_role, alias) {
      if (alias.resolve(document) === undefined) {
        problems.push({ place: place(alias.range?.[0] ?? 0), ...UNRESOLVED_ALIAS });
      }
    },
  });
  return problems;
}

/** One mistake makes a parser report many: of duplicate keys all are told, of the others the first. */
function independentErrors(errors: readonly YAMLError[]): readonly YAMLError[] {
  const firstOther = errors.find((error) => error.code !== "DUPLICATE_KEY");
  return errors.filter((error) => error.code === "DUPLICATE_KEY" || error === firstOther);
}
