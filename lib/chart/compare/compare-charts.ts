import type { ChartContent } from "../chart-content.ts";
import { readChartFacts } from "../chart-facts.ts";
import type { ChartComparison, Outcome } from "./chart-comparison.ts";
import { compareCrds } from "./compare-crds.ts";
import { compareDependencies } from "./compare-dependencies.ts";
import { compareFields } from "./compare-fields.ts";
import { compareOtherFiles, compareTemplates, textsOf } from "./compare-files.ts";
import { compareImages } from "./compare-images.ts";
import { compareSchemas, type SchemaDifference, SchemaUnreadable } from "./compare-schemas.ts";
import { compareSubcharts } from "./compare-subcharts.ts";
import { compareValuesFiles } from "./compare-values-files.ts";
import { findUpgradeRisks } from "./upgrade-risks.ts";

/** How two charts differ. Never throws: a part that cannot be compared says why. */
export function compareCharts(from: ChartContent, to: ChartContent): ChartComparison {
  const [old, fresh] = [readChartFacts(from), readChartFacts(to)];
  const values = compareValuesFiles(
    { text: from.values?.text ?? "", keys: old.valueKeys },
    { text: to.values?.text ?? "", keys: fresh.valueKeys },
  );
  const parts = {
    values,
    subcharts: compareSubcharts(from, to),
    schema: schemasOf(from, to),
    images:
      values.kind === "failed"
        ? ({
            kind: "failed",
            reason: "Most images are named in the values, which could not be compared.",
          } as const)
        : computed(compareImages(old.images, fresh.images)),
    dependencies: compareDependencies(from.metadata.dependencies, to.metadata.dependencies),
    crds: computed(
      compareCrds({ crds: old.crds, texts: textsOf(from) }, { crds: fresh.crds, texts: textsOf(to) }),
    ),
    fields: compareFields(from.metadata, to.metadata),
    templates: compareTemplates(from, to),
    readme: {
      from: from.readme?.path ?? null,
      to: to.readme?.path ?? null,
      changed: from.readme?.text !== to.readme?.text,
    },
    files: compareOtherFiles(from, to),
  };
  const risks = findUpgradeRisks(
    { metadata: from.metadata, kube: old.kube },
    { metadata: to.metadata, kube: fresh.kube },
    parts,
  );
  return { ...parts, risks };
}

function computed<T>(difference: T): Outcome<T> {
  return { kind: "computed", difference };
}

function schemasOf(from: ChartContent, to: ChartContent): Outcome<SchemaDifference> {
  try {
    return computed(compareSchemas(from.schema?.text ?? null, to.schema?.text ?? null));
  } catch (error) {
    if (!(error instanceof SchemaUnreadable || error instanceof RangeError)) throw error;
    const reason = error instanceof SchemaUnreadable ? error.message : "A schema is nested too deeply.";
    return { kind: "failed", reason };
  }
}
