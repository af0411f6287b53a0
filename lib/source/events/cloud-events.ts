import { z } from "zod";
import { type RegistryEvent, registryEvents } from "./registry-event.ts";

const STRUCTURED = z.object({ specversion: z.string(), type: z.string(), data: z.unknown() });

const ZOT_IMAGE = z.object({
  name: z.string(),
  reference: z.string().optional(),
  digest: z.string().optional(),
});

const ARTIFACT = z.object({
  repository: z.object({ repo_full_name: z.string() }),
  resources: z.array(z.object({ tag: z.string().optional(), digest: z.string().optional() })).nullish(),
});

const HARBOR_DEFAULT = z.object({ type: z.string(), event_data: z.unknown() });

const KINDS: Readonly<
  Record<string, readonly [RegistryEvent["kind"], (data: unknown) => readonly Change[]]>
> = {
  "zotregistry.image.updated": ["push", zotChanges],
  "zotregistry.image.deleted": ["delete", zotChanges],
  "harbor.artifact.pushed": ["push", harborChanges],
  "harbor.artifact.deleted": ["delete", harborChanges],
  PUSH_ARTIFACT: ["push", harborChanges],
  DELETE_ARTIFACT: ["delete", harborChanges],
};

type Change = Parameters<typeof registryEvents>[1];

/** CloudEvents 1.0 of zot and Harbor: the event is the body, or its data are and the type is in the header `ce-type`. */
export function cloudEvents(
  body: unknown,
  header: (name: string) => string | null,
): readonly RegistryEvent[] | null {
  const type = header("ce-type");
  if (type !== null && header("ce-specversion") !== null) return eventsOf(type, body);
  const event = STRUCTURED.safeParse(body);
  return event.success ? eventsOf(event.data.type, event.data.data) : null;
}

/** Harbor's own format, "Default" in its settings. */
export function harborEvents(body: unknown): readonly RegistryEvent[] | null {
  const event = HARBOR_DEFAULT.safeParse(body);
  return event.success ? eventsOf(event.data.type, event.data.event_data) : null;
}

function eventsOf(type: string, data: unknown): readonly RegistryEvent[] {
  const known = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (known === undefined) return [];
  const [kind, changesOf] = known;
  return changesOf(data).flatMap((change) => registryEvents(kind, change));
}

/** `reference` is the tag, or the digest of what was pushed without one. */
function zotChanges(data: unknown): readonly Change[] {
  const image = ZOT_IMAGE.safeParse(data);
  if (!image.success) return [];
  const { name, reference, digest } = image.data;
  return [{ repository: name, tag: reference, digest }];
}

function harborChanges(data: unknown): readonly Change[] {
  const artifact = ARTIFACT.safeParse(data);
  if (!artifact.success) return [];
  const repository = artifact.data.repository.repo_full_name;
  return (artifact.data.resources ?? []).map(({ tag, digest }) => ({ repository, tag, digest }));
}
