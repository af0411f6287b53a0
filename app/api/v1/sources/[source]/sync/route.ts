import { acceptReading } from "#lib/server/ask-indexer.ts";
import { answer } from "#lib/server/problem.ts";

interface Context {
  readonly params: Promise<{ readonly source: string }>;
}

/** Asks for a reading of the source now: `{accepted}`, with 202. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => acceptReading(request, (await params).source));
}
