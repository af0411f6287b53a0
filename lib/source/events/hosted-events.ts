import { z } from "zod";
import { type RegistryEvent, registryEvents } from "./registry-event.ts";

const QUAY = z.object({
  repository: z.string(),
  docker_url: z.string(),
  updated_tags: z.array(z.string()),
});

const PACKAGE = z.object({
  name: z.string(),
  owner: z.object({ login: z.string() }),
  package_type: z.string(),
  package_version: z
    .object({
      container_metadata: z.object({
        tag: z.object({ name: z.string().optional(), digest: z.string().optional() }).optional(),
      }),
    })
    .nullish(),
});
const GITHUB = z.object({
  action: z.string(),
  package: PACKAGE.optional(),
  registry_package: PACKAGE.optional(),
});

/** Quay's `repo_push`: the tags that were pushed, without digests. */
export function quayEvents(body: unknown): readonly RegistryEvent[] | null {
  const push = QUAY.safeParse(body);
  if (!push.success) return null;
  const { repository, updated_tags } = push.data;
  return updated_tags.flatMap((tag) => registryEvents("push", { repository, tag }));
}

/** GitHub's `package` and `registry_package`; other events of a webhook, such as its first `ping`, say nothing here. */
export function githubEvents(body: unknown, event: string | null): readonly RegistryEvent[] | null {
  if (event === null) return null;
  if (event !== "package" && event !== "registry_package") return [];
  const delivery = GITHUB.safeParse(body);
  const described = delivery.data?.registry_package ?? delivery.data?.package;
  if (described === undefined || described.package_type.toLowerCase() !== "container") return [];
  const repository = `${described.owner.login}/${described.name}`.toLowerCase();
  const { name: tag, digest } = described.package_version?.container_metadata.tag ?? {};
  return registryEvents("push", { repository, tag, digest });
}
