/** Something a person has to settle before this can start; the message says what and how. */
export class StartError extends Error {
  override readonly name = "StartError";
  /** 1: the world is not ready; 2: the command line is wrong. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
