/** An answer of the API that is not what was asked for, in the words of its problem document (RFC 9457). */
export class RequestFailure extends Error {
  override readonly name = "RequestFailure";
  readonly detail: string;
  /** Of the answer; null if there was none. */
  readonly status: number | null;

  constructor(title: string, detail: string, status: number | null, options?: ErrorOptions) {
    super(title, options);
    this.detail = detail;
    this.status = status;
  }
}

/**
 * Asks the API of this server. Throws `RequestFailure` when there is no answer or it is a problem; a cancelled request
 * throws the signal's reason.
 */
export async function requestJson(
  path: string,
  signal: AbortSignal,
  { headers, ...request }: RequestInit & { headers?: Record<string, string> } = {},
): Promise<unknown> {
  const init = { ...request, signal, headers: { accept: "application/json", ...headers } };
  const response = await fetch(path, init).catch((cause) => {
    signal.throwIfAborted();
    throw new RequestFailure("The server cannot be reached", "Check the connection, then try again.", null, {
      cause,
    });
  });
  if (response.ok) return response.json();
  const problem: unknown = await response.json().catch(() => null);
  throw new RequestFailure(
    textOf(problem, "title") ?? `The server answered with an error (${response.status})`,
    textOf(problem, "detail") ?? "Try again in a moment.",
    response.status,
  );
}

function textOf(problem: unknown, member: "title" | "detail"): string | null {
  if (typeof problem !== "object" || problem === null) return null;
  const value: unknown = Reflect.get(problem, member);
  return typeof value === "string" && value !== "" ? value : null;
}
