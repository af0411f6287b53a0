import "server-only";
import type { ChartRelease, ReleaseSummary } from "../catalog/catalog.ts";
import { chartPath, filePath } from "../catalog/chart-path.ts";

/** A release as `/api/v1/charts` gives it; the text of files is at their own addresses. */
export function formatRelease(release: ChartRelease, versions: readonly ReleaseSummary[]) {
  const { id, summary, metadata, digests, content } = release;
  return {
    source: id.source,
    repository: id.repository,
    ...summary,
    latest: release.latest,
    url: chartPath(id, summary.version),
    oci: release.origin.kind === "registry" ? `oci://${release.origin.host}/${id.repository}` : null,
    metadata,
    digests,
    content:
      content.kind === "unavailable"
        ? content
        : {
            kind: content.kind,
            readme: content.content.readme?.path ?? null,
            values: content.content.values?.path ?? null,
            schema: content.content.schema?.path ?? null,
            subcharts: content.content.subcharts,
            unpackedSize: content.content.unpackedSize,
            files: content.content.files.map((file) => ({
              ...file,
              url: filePath(id, summary.version, file.path),
            })),
          },
    stale: release.stale,
    versions,
  };
}
