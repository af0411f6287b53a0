import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createHelm } from "#test/support/helm.ts";
import { quantile } from "../statistics.ts";
import type { MixedChart } from "./chart-mixer.ts";

/** What people look for there: helm takes as long for one word as for another. */
const QUERIES = ["redis", "operator", "log collector"];

/** Lines of an index.yaml, a release each. */
export function indexLines({ chart, releases }: MixedChart): readonly string[] {
  const name = chart.repository.replaceAll("/", "-");
  const entries = releases.map(({ version, created, metadata, layer }) => {
    const { description, keywords, home, icon, maintainers, appVersion, sources, type } = { ...metadata };
    const said = { name, version, created, description, keywords, home, icon, maintainers, appVersion };
    // YAML takes JSON as a value.
    const entry = { apiVersion: "v2", ...said, sources, type, digest: layer?.digest, urls: [`${name}.tgz`] };
    return `  - ${JSON.stringify(entry, (_, value) => value ?? undefined)}`;
  });
  return [`  ${name}:`, ...entries];
}

/** Median wall clock of one `helm search repo` over such an index, ms. */
export async function measureHelmSearch(folder: string, lines: readonly string[]): Promise<number> {
  await using helm = await createHelm();
  const cache = join(folder, "helm");
  const config = join(folder, "helm-repositories.yaml");
  await mkdir(cache, { recursive: true });
  await writeFile(join(cache, "bench-index.yaml"), `apiVersion: v1\nentries:\n${lines.join("\n")}\n`);
  await writeFile(config, '{"repositories":[{"name":"bench","url":"https://bench.example"}]}');
  const took: number[] = [];
  for (const query of QUERIES) {
    const started = performance.now();
    const { stdout } = await helm(
      ...["search", "repo", "--output", "json", "--repository-cache", cache],
      ...["--repository-config", config, "--", ...query.split(" ")],
    );
    took.push(performance.now() - started);
    if (!Array.isArray(JSON.parse(String(stdout)))) throw new Error(`helm search repo ${query}: no list`);
  }
  return quantile(took, 0.5);
}
