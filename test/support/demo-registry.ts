import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packDemoCharts } from "#demo/pack-charts.ts";
import { type Distribution, startDistribution } from "./distribution.ts";
import { createHelm } from "./helm.ts";
import { type PushReport, pushCharts } from "./helm-push.ts";
import { extractArchives } from "./layout-archives.ts";

const HOSTILE_CHART = join(import.meta.dirname, "../fixtures/hostile-chart");

/** Distribution, filled with the sample charts by the real Helm. */
export interface DemoRegistry extends PushReport {
  readonly distribution: Distribution;
  stop(): Promise<void>;
}

/** Packs the sample charts, and `hostile/hostile` whose every text is an attack, and pushes them. */
export async function startDemoRegistry(): Promise<DemoRegistry> {
  const folder = await mkdtemp(join(tmpdir(), "demo-registry-"));
  await using helm = await createHelm();
  await packDemoCharts(join(folder, "layout"));
  const orders = await extractArchives(join(folder, "layout"), join(folder, "archives"));
  await cp(HOSTILE_CHART, join(folder, "hostile"), { recursive: true });
  await helm("package", join(folder, "hostile"), "--destination", folder);
  const hostile = { file: join(folder, "hostile-1.0.0.tgz"), namespace: "hostile" };

  const distribution = await startDistribution({ folder: join(folder, "storage") });
  const stop = async () => {
    await distribution.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { distribution, stop, ...(await pushCharts(helm, distribution.host, [...orders, hostile])) };
  } catch (error) {
    await stop();
    throw error;
  }
}
