import type { ChartMetadata } from "#lib/chart/metadata.ts";

export function metadata(detail: Partial<ChartMetadata> = {}): ChartMetadata {
  return {
    apiVersion: "v2",
    name: "redis",
    version: "1.0.0",
    appVersion: null,
    kubeVersion: null,
    description: "",
    type: "application",
    deprecated: false,
    keywords: [],
    home: null,
    sources: [],
    icon: null,
    maintainers: [],
    dependencies: [],
    annotations: {},
    ...detail,
  };
}
