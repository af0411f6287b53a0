import { acceptEvent } from "#lib/server/ask-indexer.ts";
import { answer } from "#lib/server/problem.ts";

interface Context {
  readonly params: Promise<{ readonly source: string }>;
}

/** A notification of a registry: `{accepted}`, with 202. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => acceptEvent(request, (await params).source));
}
