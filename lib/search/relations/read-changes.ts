import type { AccessScope } from "../../access/scope.ts";
import type { ChartId } from "../../catalog/chart-path.ts";
import type { ReleaseChanges } from "../../catalog/chart-relations.ts";
import { readHubAnnotations } from "../../chart/hub-annotations.ts";
import type { Tag } from "../../oci/reference.ts";
import { type ReleaseDocument, releaseDocumentId } from "../document.ts";
import { isOneOf } from "../filter.ts";
import type { SearchReader } from "../search-engine.ts";
import { RELEASES } from "../settings.ts";
import { metadataOf } from "../stored-metadata.ts";

const MAX_RELEASES = 100;
/** Held at a time. Attack: half a megabyte of annotations in each of a hundred versions. */
const PAGE_SIZE = 20;
/** The annotations this is about, each as short as its definition makes it; of all others nothing is kept. */
const SAID = ["changes", "containsSecurityUpdates", "prerelease"].map((name) => `artifacthub.io/${name}`);

/** What authors say of releases, in the order of `tags`. Throws `SearchEngineError`. */
export async function readChanges(
  reader: SearchReader,
  id: ChartId,
  tags: readonly Tag[],
  scope: AccessScope,
): Promise<readonly ReleaseChanges[]> {
  const asked = tags.slice(0, MAX_RELEASES);
  if (!scope.sources.has(id.source) || asked.length === 0) return [];
  const filter = isOneOf(
    "id",
    asked.map((tag) => releaseDocumentId(id.source, id.repository, tag)),
  );
  const fields = ["tag", "metadata.annotations"];
  const said = new Map<Tag, ReleaseChanges>();
  for await (const document of reader.fetch(RELEASES, { filter, fields, pageSize: PAGE_SIZE })) {
    const { tag, metadata } = document as Pick<ReleaseDocument, "tag" | "metadata">;
    const all = metadata == null ? {} : (metadataOf(metadata).annotations ?? {});
    const annotations = Object.fromEntries(SAID.map((name) => [name, all[name] ?? ""]));
    const { changes, containsSecurityUpdates, prerelease } = readHubAnnotations(annotations);
    said.set(tag, {
      ...{ tag, changes },
      containsSecurityUpdates: containsSecurityUpdates === true,
      prerelease: prerelease === true,
    });
  }
  return asked.flatMap((tag) => said.get(tag) ?? []);
}
