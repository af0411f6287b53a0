/** Who asks. Until people can sign in, everyone is anonymous. */
export interface Viewer {
  readonly kind: "anonymous";
}

/** Somebody of whom nothing is known. */
export const ANONYMOUS: Viewer = { kind: "anonymous" };
