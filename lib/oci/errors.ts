/** What can go wrong when a registry is read. The list is closed: a switch over it is complete. */
export type RegistryErrorCode =
  /** 401 after a token or password was offered, or none is configured. */
  | "unauthorized"
  /** 403: the registry knows who asks and refuses. */
  | "denied"
  /** 404, or a repository, tag or blob the registry says is unknown. */
  | "not-found"
  /** 429; `retryAfterMs` says when to come back, if the registry did. */
  | "rate-limited"
  /** Refused or lost connection, unknown host, TLS failure, 5xx, or a storage elsewhere that refuses what the registry signed. */
  | "unavailable"
  /** No answer, or no further byte, in the time allowed. */
  | "timeout"
  /** An answer that is not what the specification says: HTML, truncated JSON, a Link to another host, a redirect loop. */
  | "bad-response"
  /** Content that is not what its digest or size promised. */
  | "digest-mismatch"
  /** A body over the limit for its kind. */
  | "too-large"
  /** The caller's signal, or the client was closed. */
  | "cancelled";

/** What is known of a failure beside its kind. */
export interface RegistryErrorDetail {
  readonly status?: number;
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/** A failed read of a registry. The message names method and address without query string or credentials. */
export class RegistryError extends Error {
  override readonly name = "RegistryError";
  readonly code: RegistryErrorCode;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  // By name: Next.js bundles this class once for pages and once for routes, and the catalog they share throws either.
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "RegistryError";
  }

  constructor(code: RegistryErrorCode, message: string, detail: RegistryErrorDetail = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.code = code;
    this.status = detail.status;
    this.retryAfterMs = detail.retryAfterMs;
  }

  /**
   * Whether the same request can succeed later although nothing was changed: then what is indexed is kept as it
   * was. The others say something lasting about the content or about the configuration.
   */
  get passing(): boolean {
    return this.code === "rate-limited" || this.code === "unavailable" || this.code === "timeout";
  }
}
