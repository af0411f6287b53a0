import type { ChartHit } from "../catalog/catalog.ts";

/** What `helm search hub --endpoint` reads (helm `internal/monocular/search.go`). `origin` is the base address of this server. */
export function formatHubAnswer(hits: readonly ChartHit[], origin: string) {
  return { data: hits.map((hit) => formatHubChart(hit, origin)) };
}

function formatHubChart(hit: ChartHit, origin: string) {
  const { source, repository, name, version, appVersion, description, updated } = hit;
  const page = `${origin}${hit.url}`;
  return {
    id: `${source}/${repository}`,
    type: "chart",
    artifactHub: { packageUrl: page },
    attributes: { name, description, repo: { name: source, url: `${origin}/helm/${source}` } },
    links: { self: page },
    relationships: {
      latestChartVersion: { data: { version, app_version: appVersion ?? "", created: updated } },
    },
  };
}
