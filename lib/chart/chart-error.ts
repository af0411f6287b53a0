/** Why an archive is refused. Each is a lasting property of the bytes: reading the same digest again gives the same. */
export type ChartErrorCode =
  | "not-gzip"
  | "bad-archive"
  | "too-large"
  | "too-many-files"
  | "unsafe-path"
  | "duplicate-file"
  | "no-chart-yaml"
  | "bad-chart-yaml"
  | "name-mismatch"
  | "no-chart-layer";

/** A chart that cannot be read, with a sentence for its author. It concerns that one release alone. */
export class ChartError extends Error {
  override readonly name = "ChartError";
  readonly code: ChartErrorCode;

  constructor(code: ChartErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
