import type { ChartRelease } from "./catalog.ts";

/** What people call the chart: its own word for itself, or the last part of its repository. */
export function chartName({ metadata, id }: Pick<ChartRelease, "metadata" | "id">): string {
  return metadata?.name ?? id.repository.split("/").at(-1) ?? id.repository;
}
