import "server-only";
import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { headers } from "next/headers";

/** Names a request to the page that answers it; whatever a client writes there is overwritten. */
const REQUEST_ID = "x-chartroom-request";

/** Next.js loads this module for `instrumentation.ts` and for pages apart; there is one list of what is being answered. */
const shared: { chartroomAnswers?: Map<string, ServerResponse> } = globalThis as {
  chartroomAnswers?: Map<string, ServerResponse>;
};

/** From now on `answerMissing` finds the answer it is about. */
export function noteAnswers(): void {
  const answers = new Map<string, ServerResponse>();
  shared.chartroomAnswers = answers;
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as {
      readonly request: IncomingMessage;
      readonly response: ServerResponse;
    };
    const id = randomUUID();
    request.headers[REQUEST_ID] = id;
    answers.set(id, response);
    response.once("close", () => answers.delete(id));
  });
}

/**
 * Makes the page that is being answered a 404, whatever it shows. Next.js has `notFound()` for that, which renders nothing
 * before scripts run: its answer to who has none is an empty page.
 */
export async function answerMissing(): Promise<void> {
  const response = shared.chartroomAnswers?.get((await headers()).get(REQUEST_ID) ?? "");
  if (response !== undefined && !response.headersSent) response.statusCode = 404;
}
