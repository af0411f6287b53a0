import { picturePath } from "../catalog/canonical-path.ts";
import type { ChartRelease } from "../catalog/catalog.ts";
import { chartName } from "../catalog/chart-name.ts";
import { chartPath } from "../catalog/chart-path.ts";
import { parseLicense, recognizeLicense } from "../chart/license.ts";

const MAX_LISTED = 20;
/** What spdx.org has a page of: one id, not an expression. */
const SPDX_ID = /^[A-Za-z0-9.-]+$/;

/**
 * A release in the words of schema.org, for search engines: an application to be run, or the source code of a library.
 * `origin` is the base address of this server. Absent fields are left out by JSON.
 */
export function structuredData(release: ChartRelease, origin: string): object {
  const { id, summary, metadata } = release;
  const address = origin + chartPath(id, release.latest ? null : summary.version);
  const shared = {
    "@context": "https://schema.org",
    "@id": address,
    name: chartName(release),
    url: address,
    description: metadata?.description || undefined,
    datePublished: summary.created ?? undefined,
    identifier: summary.digest,
    image: origin + picturePath(release),
    keywords: metadata?.keywords.slice(0, MAX_LISTED).join(", ") || undefined,
    license: licenseOf(release),
    author: metadata?.maintainers.slice(0, MAX_LISTED).map(({ name }) => ({ "@type": "Person", name })),
  };
  if (metadata?.type === "library") {
    const codeRepository = metadata.sources[0];
    return { ...shared, "@type": "SoftwareSourceCode", version: summary.version, codeRepository };
  }
  return {
    ...shared,
    "@type": "SoftwareApplication",
    softwareVersion: summary.version,
    applicationCategory: "DeveloperApplication",
    operatingSystem: "Kubernetes",
  };
}

/** What its annotation says, else its licence file. */
function licenseOf({ metadata, content }: ChartRelease): object | string | undefined {
  const annotations = metadata?.annotations ?? {};
  const said = parseLicense(annotations["artifacthub.io/license"] ?? annotations.licenses ?? "");
  const file = content.kind === "available" ? content.content.license : null;
  const license = said ?? (file === null ? null : recognizeLicense(file.text));
  if (license === null) return undefined;
  if (SPDX_ID.test(license)) return `https://spdx.org/licenses/${license}.html`;
  return { "@type": "CreativeWork", name: license };
}
