import type { CrdsDifference } from "./compare-crds.ts";
import type { DependencyChange } from "./compare-dependencies.ts";
import type { FieldChange } from "./compare-fields.ts";
import type { FilesDifference } from "./compare-files.ts";
import type { ImagesDifference } from "./compare-images.ts";
import type { SchemaDifference } from "./compare-schemas.ts";
import type { SubchartDifference } from "./compare-subcharts.ts";
import type { UpgradeRisk } from "./upgrade-risks.ts";
import type { ValuesDifference } from "./values-difference.ts";

/** How two charts differ in one respect, or why that cannot be said: never is the one shown as the other. */
export type Outcome<T> =
  | { readonly kind: "computed"; readonly difference: T }
  | { readonly kind: "failed"; readonly reason: string };

/** How two charts differ. What is text is compared when it is asked for (`diffTexts`). */
export interface ChartComparison {
  /** What may break an upgrade from the one to the other; empty if nothing is known to. */
  readonly risks: readonly UpgradeRisk[];
  /** Of the charts' own values.yaml. */
  readonly values: Outcome<ValuesDifference>;
  /** Subcharts that differ, by their place in the values. */
  readonly subcharts: readonly SubchartDifference[];
  readonly schema: Outcome<SchemaDifference>;
  readonly images: Outcome<ImagesDifference>;
  readonly dependencies: readonly DependencyChange[];
  readonly crds: Outcome<CrdsDifference>;
  /** Of Chart.yaml, without the version and what has a part of its own. */
  readonly fields: readonly FieldChange[];
  readonly templates: FilesDifference;
  /** Whatever its file is called; null where there is none. */
  readonly readme: { readonly from: string | null; readonly to: string | null; readonly changed: boolean };
  /** Licence, CRD files, subcharts' files, and all others but values.yaml, its schema and Chart.yaml. */
  readonly files: FilesDifference;
}
