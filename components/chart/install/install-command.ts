import type { ChartRelease, ReleaseOrigin } from "#lib/catalog/catalog.ts";

/** Helm refuses longer names of releases. */
const MAX_RELEASE_NAME = 53;

/** The command that installs the release with Helm, in the parts a reader tells apart. */
export function installCommand(release: ChartRelease): readonly string[] {
  const { origin, summary } = release;
  const install = `helm install ${releaseName(chartName(release))}`;
  const version = `--version ${summary.version}`;
  if (origin.kind === "layout") return [install, layoutArchive(origin)];
  if (origin.kind === "repository") return [install, chartName(release), `--repo ${origin.url}`, version];
  return [
    install,
    `oci://${origin.host}/${release.id.repository}`,
    version,
    ...(origin.plainHttp ? ["--plain-http"] : []),
  ];
}

/** The lines that bring a library chart into another chart's Chart.yaml. */
export function dependencyEntry(release: ChartRelease): string {
  const { origin, summary } = release;
  const entry = ["dependencies:", `  - name: ${chartName(release)}`, `    version: ${summary.version}`];
  // Helm takes no path of an archive here; a dependency without a repository is looked for in charts/.
  if (origin.kind === "layout") {
    const copy = `charts/${chartName(release)}-${summary.version}.tgz`;
    return [...entry, `    # copy ${layoutArchive(origin)} to ${copy}`].join("\n");
  }
  const folder =
    origin.kind === "repository"
      ? origin.url
      : `oci://${[origin.host, ...release.id.repository.split("/").slice(0, -1)].join("/")}`;
  return [...entry, `    repository: ${folder}`].join("\n");
}

/** What people call the chart. */
export function chartName(release: ChartRelease): string {
  return release.metadata?.name ?? lastPart(release.id.repository);
}

function layoutArchive({ archive }: Extract<ReleaseOrigin, { readonly kind: "layout" }>): string {
  return quoted(archive ?? "(no archive)");
}

/** As a shell takes it: the path of a folder may hold anything. */
function quoted(path: string): string {
  return /^[\w./@:+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

function lastPart(repository: string): string {
  return repository.split("/").at(-1) ?? repository;
}

/** `my-` and the chart's name, as far as Kubernetes allows it in names. */
function releaseName(chart: string): string {
  const name = `my-${chart.toLowerCase().replace(/[^a-z0-9-]+/g, "-")}`;
  return name.slice(0, MAX_RELEASE_NAME).replace(/-+$/, "");
}
