/** One release of an `index.yaml`, cut out but not yet understood, or why it could not be cut out. */
export type IndexBlock =
  | {
      readonly kind: "release";
      readonly chart: string;
      readonly format: "json" | "yaml";
      readonly text: string;
    }
  | { readonly kind: "problem"; readonly chart: string; readonly reason: string };

/** Cuts an index into releases while it comes in, and holds no more of it than one release. */
export interface BlockScanner {
  /** Takes the next piece of the text and gives what has come to its end in it. */
  push(text: string): readonly IndexBlock[];
  /** Gives the rest; throws `IndexFormatError` if the text is no index. */
  end(): readonly IndexBlock[];
}

/** The text as a whole is no index of charts. */
export class IndexFormatError extends Error {
  override readonly name = "IndexFormatError";
}

/** What is read of a release: the archive itself says everything else. */
export const RELEASE_KEYS: ReadonlySet<string> = new Set(["name", "version", "urls", "digest", "created"]);

/** The longest text of one release that is looked at, in characters; real ones have at most some thousand. */
export const MAX_BLOCK_LENGTH = 1024 * 1024;
