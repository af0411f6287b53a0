import type { ReactNode } from "react";
import { formatCount } from "#components/ui/format.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { ComparePart } from "./compare-view.ts";

export const PART_TITLES: Readonly<Record<ComparePart, string>> = {
  values: "Values",
  subcharts: "Subcharts",
  schema: "Schema of the values",
  images: "Images",
  dependencies: "Dependencies",
  crds: "Custom resource definitions",
  metadata: "Chart.yaml",
  templates: "Templates",
  readme: "README",
  files: "Other files",
};

/** One part of a comparison: what differs, that nothing does, or why that cannot be said. */
export function PartSection({
  part,
  count,
  failure,
  same,
  children,
}: {
  part: ComparePart;
  /** Null where it cannot be counted. */
  count: number | null;
  failure: string | null;
  /** Whether nothing at all differs. */
  same: boolean;
  children: ReactNode;
}) {
  const title = PART_TITLES[part];
  return (
    <section
      id={part}
      aria-labelledby={`${part}-title`}
      className="compare-part"
      data-same={same || undefined}
    >
      <h2 id={`${part}-title`}>
        {title} {count !== null && count > 0 && <span>{formatCount(count)}</span>}
      </h2>
      {failure !== null && (
        <Notice tone="bad">
          This difference could not be computed. <bdi>{failure}</bdi>
        </Notice>
      )}
      {same && <p className="text-ink-2">No difference in {NAMES[part]}.</p>}
      {children}
    </section>
  );
}

const NAMES: Readonly<Record<ComparePart, string>> = {
  values: "the values",
  subcharts: "subcharts",
  schema: "the schema of the values",
  images: "images",
  dependencies: "dependencies",
  crds: "custom resource definitions",
  metadata: "Chart.yaml but the version",
  templates: "templates",
  readme: "the README",
  files: "other files",
};
