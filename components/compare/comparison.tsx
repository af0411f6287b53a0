import type { ReactNode } from "react";
import { formatCount } from "#components/ui/format.ts";
import { type ChartAddress, comparePath } from "#lib/catalog/chart-path.ts";
import type { ChartComparison } from "#lib/chart/compare/chart-comparison.ts";
import { COMPARE_PARTS, type ComparePart, partPath, shownFilePath } from "./compare-view.ts";
import { CrdChanges, DependencyChanges, FieldChanges, ImageChanges } from "./content-changes.tsx";
import { countPart, failureOf, isSame } from "./count-changes.ts";
import { FileChanges } from "./file-changes.tsx";
import { PART_TITLES, PartSection } from "./part-section.tsx";
import { SchemaChanges } from "./schema-changes.tsx";
import { SubchartChanges } from "./subchart-changes.tsx";
import { UpgradeRisks } from "./upgrade-risks.tsx";
import { ValuesChanges } from "./values-changes.tsx";

interface ComparisonProps {
  readonly comparison: ChartComparison;
  readonly from: ChartAddress;
  readonly to: ChartAddress;
}

/** All parts in short, with what may break an upgrade and how much differs before them; or one part whole. */
export function Comparison({ part, ...props }: ComparisonProps & { readonly part: ComparePart | null }) {
  const { comparison, from, to } = props;
  if (part !== null) {
    return (
      <>
        <p className="mb-3 text-sm">
          <a href={`${comparePath(from, to)}#${part}`} className="text-link">
            All parts
          </a>
        </p>
        <Part {...props} part={part} all={null} />
      </>
    );
  }
  const failed = COMPARE_PARTS.some((one) => failureOf(comparison, one) !== null);
  return (
    <>
      <UpgradeRisks risks={comparison.risks} complete={!failed} />
      <Counts comparison={comparison} />
      {COMPARE_PARTS.map((one) => (
        <Part key={one} {...props} part={one} all={partPath(from, to, one)} />
      ))}
    </>
  );
}

/** How much differs in each part, each with the way to it. */
function Counts({ comparison }: { comparison: ChartComparison }) {
  return (
    <nav aria-label="Parts of the comparison" className="compare-counts">
      <ul>
        {COMPARE_PARTS.map((part) => {
          const count = countPart(comparison, part);
          return (
            <li key={part}>
              <a href={`#${part}`}>
                {PART_TITLES[part]}{" "}
                <span>{failureOf(comparison, part) !== null ? "not computed" : formatCount(count ?? 0)}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Part({ part, all, ...props }: ComparisonProps & { part: ComparePart; all: string | null }) {
  const { comparison } = props;
  return (
    <PartSection
      part={part}
      count={countPart(comparison, part)}
      failure={failureOf(comparison, part)}
      same={isSame(comparison, part)}
    >
      {contentOf(part, all, props)}
    </PartSection>
  );
}

function contentOf(
  part: ComparePart,
  all: string | null,
  { comparison, from, to }: ComparisonProps,
): ReactNode {
  const { values, schema, images, crds } = comparison;
  const fileHref = (path: string) => shownFilePath(from, to, path);
  switch (part) {
    case "values":
      return (
        <>
          {values.kind === "computed" && (
            <ValuesChanges difference={values.difference} from={from} to={to} prefix="" all={all} />
          )}
          <LinesLink href={fileHref("values.yaml")}>values.yaml line by line</LinesLink>
        </>
      );
    case "subcharts":
      return <SubchartChanges changes={comparison.subcharts} from={from} to={to} all={all} />;
    case "schema":
      return (
        <>
          {schema.kind === "computed" && <SchemaChanges difference={schema.difference} all={all} />}
          {(schema.kind === "failed" || schema.difference.changes.length > 0) && (
            <LinesLink href={fileHref("values.schema.json")}>values.schema.json line by line</LinesLink>
          )}
        </>
      );
    case "images":
      return images.kind === "computed" && <ImageChanges difference={images.difference} all={all} />;
    case "dependencies":
      return <DependencyChanges changes={comparison.dependencies} all={all} />;
    case "crds":
      return (
        crds.kind === "computed" && <CrdChanges difference={crds.difference} all={all} fileHref={fileHref} />
      );
    case "metadata":
      return (
        <>
          <FieldChanges changes={comparison.fields} all={all} />
          <LinesLink href={fileHref("Chart.yaml")}>Chart.yaml line by line</LinesLink>
        </>
      );
    case "templates":
      return <FileChanges difference={comparison.templates} all={all} fileHref={fileHref} />;
    case "readme": {
      const path = comparison.readme.to ?? comparison.readme.from;
      if (!comparison.readme.changed || path === null) return null;
      return <LinesLink href={fileHref(path)}>{path} line by line</LinesLink>;
    }
    case "files":
      return <FileChanges difference={comparison.files} all={all} fileHref={fileHref} />;
  }
}

function LinesLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p className="mt-2 text-sm">
      <a href={href} className="text-link">
        {children}
      </a>
    </p>
  );
}
