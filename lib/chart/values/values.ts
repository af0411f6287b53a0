/** What a key's default is. */
export type ValueType = "string" | "number" | "boolean" | "object" | "list" | "null";

/** One settable key of values.yaml, in file order. */
export interface ValueKey {
  /** As for `--set`: dots between names, a dot within a name escaped as `\.`. List items are not descended into. */
  readonly path: string;
  readonly type: ValueType;
  /** The default as one line of YAML or JSON, cut at 200 characters; `{}` and `[]` for empty ones, null for an object with keys of its own. */
  readonly default: string | null;
  /** The author's words: helm-docs `# --`, bitnami `@param`, or the plain comment above or behind the key. Empty if none. */
  readonly description: string;
  /** Bitnami `@section`, or a helm-docs `@section --`; null before the first. */
  readonly section: string | null;
  /** 1-based line in the file. */
  readonly line: number;
}

/** What a values.yaml offers; `problem` says in one sentence why `keys` may be incomplete. */
export interface ValuesDocument {
  readonly keys: readonly ValueKey[];
  readonly problem: string | null;
}
