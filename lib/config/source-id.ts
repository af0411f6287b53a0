import type { SourceId } from "./chartroom-config.ts";

/** Null if the text is not a source's short name. */
export function parseSourceId(text: string): SourceId | null {
  return /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(text) ? (text as SourceId) : null;
}
