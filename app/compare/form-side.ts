import type { NamedSide } from "#components/compare/compare-header.tsx";
import type { FormSide } from "#components/compare/side-form.tsx";
import { chartName } from "#lib/catalog/chart-name.ts";
import type { FoundSide, Side } from "./load-sides.ts";

/** What the form shows of a side. */
export function formSide(side: Side): FormSide {
  if (side.kind !== "found") return { chart: side.text, version: null, versions: [] };
  const { id, version } = side.address;
  const chosen = version === null ? null : side.release.summary.version;
  return { chart: `${id.source}/${id.repository}`, version: chosen, versions: side.versions };
}

/** What a side that was found is called. */
export function namedSide({ release, address }: FoundSide): NamedSide {
  return { name: chartName(release), version: release.summary.version, address };
}
