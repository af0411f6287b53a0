/** One thing that is wrong with the configuration. */
export interface ConfigProblem {
  /** `chartroom.yaml:12:5` (file, line, column, both from 1) or `environment`. */
  readonly place: string;
  /** What is wrong; holds no value that could be a secret. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** The configuration cannot be used. Holds every problem that was found, and its message names them all. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(formatConfigProblem).join("\n"));
    this.problems = problems;
  }
}

function formatConfigProblem({ place, message, remedy }: ConfigProblem): string {
  return `${place}: ${message}\n    ${remedy}`;
}
