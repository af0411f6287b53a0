import "server-only";
import { randomBytes } from "node:crypto";
import type { SourceId } from "../config/chartroom-config.ts";
import { parseSourceId } from "../config/source-id.ts";
import { readBody, receiveEvent } from "../source/events/receive-event.ts";
import { carriesSecret } from "../source/events/shared-secret.ts";
import { isWanted } from "../source/registry-source.ts";
import { problem } from "./problem.ts";
import { wishDesk } from "./viewer-catalog.ts";

/** What is asked with a reading has one member. */
const MAX_REQUEST_BYTES = 1024;
/** Stands where no secret is configured, so that an unknown source takes as long as a wrong secret, and answers the same. */
const NOBODYS_SECRET = randomBytes(32).toString("base64url");

/** Takes a registry's notification for the indexer, and answers at once: it is read later, and nobody waits for that. */
export async function acceptEvent(request: Request, name: string): Promise<Response> {
  const { config, post } = wishDesk();
  const source = config.sources.find(({ id }) => id === name);
  const received = await receiveEvent(request, source?.eventSecret ?? NOBODYS_SECRET);
  if ("refused" in received) return problem(received.refused, REFUSALS[received.refused]);
  if (source === undefined) return problem("unauthorized", REFUSALS.unauthorized);
  const wanted = received.events.filter(({ repository }) => isWanted(source, repository));
  await post(wanted.map((event) => ({ source: source.id, ...event })));
  return accepted(wanted.length);
}

/** Whether readings can be asked for at all. */
export function readingsAllowed(): boolean {
  return wishDesk().config.adminToken !== null;
}

/** Asks for a reading of a whole source, if the request carries the administrator's token. */
export async function acceptReading(request: Request, name: string): Promise<Response> {
  const { config, postReading } = wishDesk();
  if (config.adminToken === null) {
    return problem("forbidden", "Set CHARTROOM_ADMIN_TOKEN to allow it, and start Chartroom again.");
  }
  if (!carriesSecret(request.headers.get("authorization") ?? "", config.adminToken)) {
    return problem("unauthorized", "Send the administrator's token: `Authorization: Bearer …`.");
  }
  const id: SourceId | null = parseSourceId(name);
  if (id === null || !config.sources.some((source) => source.id === id)) return problem("not-found");
  const asked = parseReadingRequest(await readBody(request.body, MAX_REQUEST_BYTES));
  if (asked === null) return problem("bad-request", 'Send nothing, or `{"acceptEmpty": true}`.');
  await postReading(id, asked.acceptEmpty);
  return accepted(1);
}

const REFUSALS = {
  unauthorized:
    "Send the secret that `events` of this source has in chartroom.yaml, in the header `Authorization`.",
  "too-large": "A notification has at most 256 KiB.",
  "bad-request": "This is no notification of Distribution, Harbor, zot, Quay, ACR or GHCR.",
} as const;

/** Null for what is neither empty nor understood: a confirmation that was misspelt is not to be taken for none. */
function parseReadingRequest(body: Uint8Array | null): { readonly acceptEmpty: boolean } | null {
  if (body === null) return null;
  if (body.byteLength === 0) return { acceptEmpty: false };
  try {
    const request: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
    if (typeof request !== "object" || request === null || Array.isArray(request)) return null;
    const { acceptEmpty = false, ...others }: { acceptEmpty?: unknown } = request;
    if (typeof acceptEmpty !== "boolean" || Object.keys(others).length > 0) return null;
    return { acceptEmpty };
  } catch {
    return null;
  }
}

function accepted(count: number): Response {
  return Response.json({ accepted: count }, { status: 202, headers: { "cache-control": "no-store" } });
}
