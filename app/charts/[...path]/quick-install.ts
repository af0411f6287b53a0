import type { QuickInstall } from "#components/chart/install/install-line.tsx";
import type { ChartRelease } from "#lib/catalog/catalog.ts";
import { dependencyEntry } from "#lib/formats/install/chart-dependency.ts";
import { installCommand } from "#lib/formats/install/helm-commands.ts";
import { installSubject } from "#lib/formats/install/install-subject.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";

/** What stands in the header of a chart's page. */
export async function quickInstall(release: ChartRelease): Promise<QuickInstall> {
  const { publicUrl } = await viewerCatalog();
  const subject = installSubject(release, publicUrl);
  const isLibrary = release.metadata?.type === "library";
  return { isLibrary, parts: isLibrary ? [dependencyEntry(subject)] : installCommand(subject) };
}
