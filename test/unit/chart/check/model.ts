import type { ChartContent } from "#lib/chart/chart-content.ts";
import type { CheckReport, Finding, FindingKind } from "#lib/chart/check/check-report.ts";
import { checkValues } from "#lib/chart/check/check-values.ts";
import { readValuesModel } from "#lib/chart/check/read-values-model.ts";
import type { ValuesModel } from "#lib/chart/check/values-model.ts";
import { readChart } from "#lib/chart/read-chart.ts";
import { chartArchive } from "#test/support/archive-builder.ts";

/** The model of a chart of these files; Chart.yaml may be among them. */
export async function modelOf(
  files: Readonly<Record<string, string>>,
  version = "1.0.0",
): Promise<ValuesModel> {
  const { "Chart.yaml": chartYaml = `apiVersion: v2\nname: web\nversion: ${version}\n`, ...rest } = files;
  return readValuesModel(await contentOf(chartYaml, rest));
}

async function contentOf(chartYaml: string, files: Readonly<Record<string, string>>): Promise<ChartContent> {
  return readChart([chartArchive({ name: "web", chartYaml, files })]);
}

/** Findings of one kind as `line path instead`. */
export function found(report: CheckReport, kind: FindingKind): readonly string[] {
  return ofKind(report, kind).map(({ line, path, instead }) =>
    [line ?? "-", path, instead].filter((one) => one !== null).join(" "),
  );
}

export function ofKind(report: CheckReport, kind: FindingKind): readonly Finding[] {
  return report.findings.filter((one) => one.kind === kind);
}

/** What is said of a file for a chart of this values.yaml. */
export async function check(
  values: string,
  text: string,
  more: Readonly<Record<string, string>> = {},
): Promise<CheckReport> {
  return checkValues(text, await modelOf({ "values.yaml": values, ...more }));
}
