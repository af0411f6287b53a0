import { z } from "zod";
import { DOCKER_LIST, DOCKER_MANIFEST, OCI_INDEX, OCI_MANIFEST } from "../../oci/media-types.ts";
import { type RegistryEvent, registryEvents } from "./registry-event.ts";

const MANIFESTS: readonly string[] = [OCI_MANIFEST, OCI_INDEX, DOCKER_MANIFEST, DOCKER_LIST];

const TARGET = z.object({
  mediaType: z.string().optional(),
  repository: z.string(),
  tag: z.string().optional(),
  digest: z.string().optional(),
});
const ENVELOPE = z.object({ events: z.array(z.object({ action: z.string(), target: z.unknown() })) });
const ACR = z.object({ action: z.string(), target: z.unknown(), request: z.unknown() });

/** The notification envelope of Distribution (`notifications/event.go`), also of GitLab's and other registries made of it. */
export function distributionEvents(body: unknown): readonly RegistryEvent[] | null {
  const envelope = ENVELOPE.safeParse(body);
  return envelope.success ? envelope.data.events.flatMap(eventOf) : null;
}

/** Azure Container Registry's webhook: one event of Distribution's, without the envelope. */
export function acrEvents(body: unknown): readonly RegistryEvent[] | null {
  const event = ACR.safeParse(body);
  return event.success ? eventOf(event.data) : null;
}

/** Layers and configs are pushed, mounted and pulled as well; a deletion carries no media type. */
function eventOf({ action, target }: { action: string; target: unknown }): readonly RegistryEvent[] {
  const change = TARGET.safeParse(target);
  if (!change.success) return [];
  const isManifest = MANIFESTS.includes(change.data.mediaType ?? "");
  if (action === "push" && isManifest) return registryEvents("push", change.data);
  return action === "delete" ? registryEvents("delete", change.data) : [];
}
