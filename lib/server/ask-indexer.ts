import "server-only";
import type { SourceId } from "../config/chartroom-config.ts";
import { parseSourceId } from "../config/source-id.ts";
import { receiveEvent } from "../source/events/receive-event.ts";
import { carriesSecret } from "../source/events/shared-secret.ts";
import { problem } from "./problem.ts";
import { wishDesk } from "./viewer-catalog.ts";

/** Takes a registry's notification for the indexer, and answers at once: it is read later, and nobody waits for that. */
export async function acceptEvent(request: Request, name: string): Promise<Response> {
  const { config, post } = wishDesk();
  const source = config.sources.find(({ id }) => id === name);
  if (source?.eventSecret == null) return problem("not-found");
  const received = await receiveEvent(request, source.eventSecret);
  if ("refused" in received) return problem(received.refused, REFUSALS[received.refused]);
  await post(received.events.map((event) => ({ source: source.id, ...event })));
  return accepted(received.events.length);
}

/** Asks for a reading of a whole source, if the request carries the administrator's token. */
export async function acceptReading(request: Request, name: string): Promise<Response> {
  const { config, post } = wishDesk();
  if (config.adminToken === null) {
    return problem("forbidden", "Set CHARTROOM_ADMIN_TOKEN to allow it, and start Chartroom again.");
  }
  if (!carriesSecret(request.headers.get("authorization") ?? "", config.adminToken)) {
    return problem("unauthorized", "Send the administrator's token: `Authorization: Bearer …`.");
  }
  const id: SourceId | null = parseSourceId(name);
  if (id === null || !config.sources.some((source) => source.id === id)) return problem("not-found");
  await post([{ source: id, repository: null, kind: "read", tag: null, digest: null }]);
  return accepted(1);
}

const REFUSALS = {
  unauthorized: "Send the secret of `events` in chartroom.yaml in the header `Authorization`.",
  "too-large": "A notification has at most 256 KiB.",
  "bad-request": "This is no notification of Distribution, Harbor, zot, Quay, ACR or GHCR.",
} as const;

function accepted(count: number): Response {
  return Response.json({ accepted: count }, { status: 202, headers: { "cache-control": "no-store" } });
}
