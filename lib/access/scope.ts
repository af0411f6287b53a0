import type { SourceId } from "../config/chartroom-config.ts";
import type { Brand } from "../support/brand.ts";
import type { Viewer } from "./viewer.ts";

/** What one viewer may see. Only `scopeFor` makes one, and every read of the catalog needs one. */
export type AccessScope = Brand<{ readonly sources: ReadonlySet<SourceId> }, "AccessScope">;

/** A source, as far as access goes. */
interface GuardedSource {
  readonly id: SourceId;
  readonly access: "public";
}

/** The scope of a viewer over the configured sources: an indexed source that is configured no longer is in nobody's. */
export function scopeFor(viewer: Viewer, sources: readonly GuardedSource[]): AccessScope {
  const visible = sources.filter((source) => viewer.kind === "anonymous" && source.access === "public");
  return { sources: new Set(visible.map((source) => source.id)) } as unknown as AccessScope;
}
