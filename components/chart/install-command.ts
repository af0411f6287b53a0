import type { ChartRelease } from "#lib/catalog/catalog.ts";

/** Helm refuses longer names of releases. */
const MAX_RELEASE_NAME = 53;

/** The command that installs the release with Helm, in the parts a reader tells apart. */
export function installCommand(release: ChartRelease): readonly string[] {
  return [
    `helm install ${releaseName(chartName(release))}`,
    chartAddress(release),
    `--version ${release.summary.version}`,
    ...(release.plainHttp ? ["--plain-http"] : []),
  ];
}

/** The lines that bring a library chart into another chart's Chart.yaml. */
export function dependencyEntry(release: ChartRelease): string {
  const folder = chartAddress(release).split("/").slice(0, -1).join("/");
  return [
    "dependencies:",
    `  - name: ${chartName(release)}`,
    `    version: ${release.summary.version}`,
    `    repository: ${folder}`,
  ].join("\n");
}

/** What people call the chart. */
export function chartName(release: ChartRelease): string {
  return release.metadata?.name ?? lastPart(release.id.repository);
}

function chartAddress(release: ChartRelease): string {
  return `oci://${release.registryHost}/${release.id.repository}`;
}

function lastPart(repository: string): string {
  return repository.split("/").at(-1) ?? repository;
}

/** `my-` and the chart's name, as far as Kubernetes allows it in names. */
function releaseName(chart: string): string {
  const name = `my-${chart.toLowerCase().replace(/[^a-z0-9-]+/g, "-")}`;
  return name.slice(0, MAX_RELEASE_NAME).replace(/-+$/, "");
}
