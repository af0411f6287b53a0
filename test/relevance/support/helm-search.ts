import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ChartDocument } from "#lib/search/document.ts";
import type { Helm } from "#test/support/helm.ts";
import type { Ask } from "./relevance-index.ts";

/**
 * `helm search repo` over indexes of the same charts, one repository a namespace, as `helm repo update` leaves them.
 * `--devel` is said so that charts are found that have prereleases only.
 */
export async function createHelmSearch(
  helm: Helm,
  folder: string,
  charts: readonly ChartDocument[],
): Promise<Ask> {
  const cache = join(folder, "helm-cache");
  const config = join(folder, "helm-repositories.yaml");
  await mkdir(cache, { recursive: true });
  const repositories = Map.groupBy(charts, repositoryOf);
  for (const [name, held] of repositories) {
    const entries = Object.fromEntries(held.map((chart) => [chart.name, [entryOf(chart)]]));
    // YAML holds JSON: helm reads it as it is.
    const index = { apiVersion: "v1", generated: "2026-11-22T00:00:00Z", entries };
    await writeFile(join(cache, `${name}-index.yaml`), JSON.stringify(index));
  }
  const listed = [...repositories.keys()].map((name) => ({ name, url: `https://${name}.example` }));
  await writeFile(config, JSON.stringify({ apiVersion: "", repositories: listed }));
  const repositoryByName = new Map(
    charts.map((chart) => [`${repositoryOf(chart)}/${chart.name}`, chart.repository]),
  );

  return async (text) => {
    const started = performance.now();
    const { stdout } = await helm(
      ...["search", "repo", "--devel", "--output", "json"],
      ...["--repository-cache", cache, "--repository-config", config, "--", ...text.split(" ")],
    );
    const ms = performance.now() - started;
    const found: readonly { readonly name: string }[] = JSON.parse(String(stdout));
    return { hits: found.map(({ name }) => repositoryByName.get(name) ?? name), ms };
  };
}

function repositoryOf({ source, namespace }: ChartDocument): string {
  return `${source}-${namespace || "top"}`.replaceAll("/", "-");
}

function entryOf(chart: ChartDocument): object {
  const { name, version, appVersion, description, keywords, deprecated, updated } = chart;
  return {
    apiVersion: "v2",
    ...{ name, version, description, keywords, deprecated },
    ...(appVersion === null ? {} : { appVersion }),
    ...(updated === null ? {} : { created: updated }),
    urls: [`${name}-${version}.tgz`],
  };
}
