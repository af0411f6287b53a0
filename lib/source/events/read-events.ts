import { cloudEvents, harborEvents } from "./cloud-events.ts";
import { acrEvents, distributionEvents } from "./distribution-events.ts";
import { githubEvents, quayEvents } from "./hosted-events.ts";
import type { RegistryEvent } from "./registry-event.ts";

/**
 * What a registry's notification says, told apart by its shape: Distribution, Harbor, zot, Quay, ACR, GHCR. Nothing in it
 * is taken for more than a hint where to look. Null if it is no notification; empty if it says nothing of a manifest.
 */
export function readEvents(
  bytes: Uint8Array,
  header: (name: string) => string | null,
): readonly RegistryEvent[] | null {
  const body = readJson(bytes);
  if (typeof body !== "object" || body === null) return null;
  return (
    githubEvents(body, header("x-github-event")) ??
    cloudEvents(body, header) ??
    distributionEvents(body) ??
    harborEvents(body) ??
    acrEvents(body) ??
    quayEvents(body)
  );
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
