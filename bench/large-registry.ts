import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDistribution } from "../test/support/distribution.ts";
import type { Download } from "./bare-download.ts";
import type { ChartMould } from "./chart-supply.ts";
import { storeRelease } from "./distribution-storage.ts";

/** Releases of one chart: 801 real ones belong to 156 charts, of which no more than seven each were taken. */
const VERSIONS = 8;

/** A Distribution with as many releases as wanted, each with an archive of its own. */
export interface LargeRegistry extends AsyncDisposable {
  readonly origin: string;
  readonly releases: readonly Download[];
  readonly repositories: readonly string[];
}

/** Fills and starts it. Small and large charts have the same shares whatever the number of `releases`. */
export async function startLargeRegistry(
  moulds: readonly ChartMould[],
  releases: number,
): Promise<LargeRegistry> {
  const folder = await mkdtemp(join(tmpdir(), "large-registry-"));
  const count = Math.ceil(releases / VERSIONS);
  const downloads: Download[] = [];
  const repositories = new Set<string>();
  for (let at = 0; at < releases; at += 1) {
    const chart = Math.floor(at / VERSIONS);
    const mould = moulds[Math.floor(((chart + 0.5) * moulds.length) / count)];
    if (mould === undefined) throw new Error("there are no charts to make releases of");
    const repository = `team-${chart}/${mould.name}`;
    const tag = `${1 + (at % VERSIONS)}.${chart}.0`;
    const digest = storeRelease(folder, { repository, tag, ...mould.cast(tag) });
    downloads.push({ repository, digest });
    repositories.add(repository);
  }
  const distribution = await startDistribution({ folder });
  return {
    origin: distribution.url.origin,
    releases: downloads,
    repositories: [...repositories],
    async [Symbol.asyncDispose]() {
      await distribution.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
