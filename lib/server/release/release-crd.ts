import "server-only";
import type { ChartRelease } from "../../catalog/catalog.ts";
import type { ChartContent } from "../../chart/chart-content.ts";
import { contentTexts } from "../../chart/content-texts.ts";
import { crdName, type DescribedCrd, describeCrd } from "../../chart/crds/crd-examples.ts";
import { type CrdReading, readCrd } from "../../chart/crds/crd-fields.ts";
import type { CustomResource } from "../../chart/crds/custom-resources.ts";
import { createArchiveMemory } from "./archive-memory.ts";
import type { ReleaseFacts } from "./release-facts.ts";

/** A kind a release adds, whole. */
export interface ReleaseCrd extends CrdReading {
  readonly resource: CustomResource;
  readonly described: DescribedCrd;
}

/** Fields of a few large definitions, or of many usual ones. */
const MAX_CACHED_FIELDS = 60_000;

const remember = createArchiveMemory<CrdReading>(MAX_CACHED_FIELDS, weightOf);

/** The kind called `name` (`applications.argoproj.io`), or null. */
export function releaseCrd(
  release: Pick<ChartRelease, "digests">,
  content: ChartContent,
  facts: ReleaseFacts,
  name: string,
): ReleaseCrd | null {
  const resource = facts.crds.find((crd) => crdName(crd) === name);
  if (resource === undefined) return null;
  const described = describeCrd(resource, facts.hub);
  const { path, line } = resource;
  if (path === null || line === null) return { resource, described, definition: null, problem: null };
  const reading = remember(
    release,
    () => readCrd(contentTexts(content).find((text) => text.path === path)?.text ?? "", line),
    name,
  );
  return { resource, described, ...reading };
}

/** What each kind is called in addresses, for a list of them. */
export function crdNames(facts: ReleaseFacts): ReadonlyMap<CustomResource, string> {
  return new Map(facts.crds.map((resource) => [resource, crdName(resource)]));
}

function weightOf({ definition }: CrdReading): number {
  const fields = (definition?.versions ?? []).flatMap((version) => version.fields);
  return fields.reduce((sum, { count }) => sum + count + 1, 0);
}
