import { createHash } from "node:crypto";
import type { ChartContent } from "../chart/chart-content.ts";
import type { ChartMetadata } from "../chart/metadata.ts";
import { channelOf } from "../chart/version.ts";
import { type ChartDocument, READER_VERSION, type ReleaseDocument } from "../search/document.ts";
import { joinName, withoutMarks } from "../search/segments.ts";
import { plainText } from "./plain-text.ts";

/** Keywords of one chart that are searched, and characters of each; of 801 real charts none has more than 27, nor longer ones. */
const MAX_KEYWORDS = 50;
const MAX_KEYWORD = 100;

/** What a chart document depends on. */
export type FingerprintedRelease = Pick<ReleaseDocument, "tag" | "manifest" | "kind">;

/** Equal for equal releases, so a document that was not written because the indexer died is noticed. */
export function fingerprintOf(releases: readonly FingerprintedRelease[]): string {
  const parts = releases.map(({ tag, manifest, kind }) => [tag, manifest, kind]);
  parts.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([READER_VERSION, parts]))
    .digest("hex")
    .slice(0, 32);
}

/** A chart as search finds it, from its latest release and what that one's archive holds. */
export function chartDocumentOf(
  latest: Omit<ReleaseDocument, "id" | "metadata">,
  content: ChartContent,
  fingerprint: string,
): ChartDocument {
  const { metadata } = content;
  const namespace = latest.repository.split("/").slice(0, -1).join("/");
  const name = withoutMarks(metadata.name);
  const prerelease = channelOf(latest.version) === "prerelease";
  return {
    id: latest.chart,
    source: latest.source,
    repository: latest.repository,
    fingerprint,
    namespace,
    name,
    nameJoined: joinName(name),
    nameWords: name.split(/[-_.]/).length,
    standing: metadata.deprecated ? 2 : prerelease ? 1 : 0,
    version: latest.version,
    appVersion: metadata.appVersion,
    description: withoutMarks(metadata.description),
    keywords: keywordsOf(metadata),
    maintainers: maintainersOf(metadata),
    type: metadata.type,
    deprecated: metadata.deprecated,
    prerelease,
    signed: latest.provenance !== null,
    hasSchema: latest.hasSchema,
    updated: latest.created,
    updatedTs: latest.created === null ? null : Math.floor(Date.parse(latest.created) / 1000),
    readme: content.readme === null ? "" : plainText(withoutMarks(content.readme.text)),
  };
}

/** Attack: 500 keywords of 166 times the word that is searched come back whole with every hit, 94 MB a page of 20. */
function keywordsOf(metadata: ChartMetadata): readonly string[] {
  return metadata.keywords
    .slice(0, MAX_KEYWORDS)
    .map((keyword) => withoutMarks(keyword).slice(0, MAX_KEYWORD).toWellFormed());
}

function maintainersOf(metadata: ChartMetadata): readonly string[] {
  return metadata.maintainers.map(({ name }) => withoutMarks(name));
}
