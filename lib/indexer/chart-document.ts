import { createHash } from "node:crypto";
import type { ChartContent } from "../chart/chart-content.ts";
import { type ChartFacts, readChartFacts } from "../chart/chart-facts.ts";
import { channelOf } from "../chart/version.ts";
import { versionNumber } from "../chart/version-number.ts";
import type { Digest } from "../oci/reference.ts";
import { type ChartDocument, type ChartMark, type KnownRelease, READER_VERSION } from "../search/document.ts";
import { findKnownSoftware } from "../search/rank/known-software.ts";
import { newestFirst } from "../search/release-order.ts";
import { foundIn, imageNamesOf, searchedValues, valuePathsOf } from "./chart-insides.ts";
import { aliasesOf, isOwn, joinName, namePartsOf, nameWordsOf, originOf } from "./chart-names.ts";
import { distinct, shortTexts } from "./short-texts.ts";
import { telltaleTerms } from "./telltale-terms.ts";

/** What a chart document depends on. */
export type FingerprintedRelease = Pick<KnownRelease, "tag" | "manifest" | "kind">;

/** Releases of one chart that are found by their digests. */
const MAX_DIGESTED = 300;

/** Equal for equal releases, so a document that was not written because the indexer died is noticed. */
export function fingerprintOf(releases: readonly FingerprintedRelease[]): string {
  const parts = releases.map(({ tag, manifest, kind }) => [tag, manifest, kind]);
  parts.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([READER_VERSION, parts]))
    .digest("hex")
    .slice(0, 32);
}

/** A release whose archive is known. */
export type LatestRelease = KnownRelease & { readonly layer: NonNullable<KnownRelease["layer"]> };

/** A chart as search finds it, from its latest release, what that one's archive holds, and how many others there are. */
export function chartDocumentOf(
  latest: LatestRelease,
  content: ChartContent,
  releases: readonly KnownRelease[],
): ChartDocument {
  const { metadata } = content;
  const facts = readChartFacts(content);
  const namespace = latest.repository.split("/").slice(0, -1).join("/");
  const name = metadata.name;
  const aliases = aliasesOf(name, latest.repository, facts.hub);
  const known = findKnownSoftware([name, ...aliases]);
  const prerelease = channelOf(latest.version) === "prerelease";
  const charts = releases.filter(({ kind }) => kind === "chart");
  const created = firstDate(charts);
  const values = searchedValues(facts.valueKeys);
  const document = {
    id: latest.chart,
    source: latest.source,
    repository: latest.repository,
    fingerprint: fingerprintOf(releases),
    namespace,
    name,
    nameJoined: joinName(name),
    nameWords: nameWordsOf(name).length,
    aliases: distinct([...aliases, ...(known?.spellings ?? [])]),
    nameParts: namePartsOf(name, aliases),
    origin: originOf(metadata),
    layer: latest.layer.digest,
    digests: digestsOf(charts),
    standing: metadata.deprecated ? 2 : prerelease ? 1 : 0,
    upstream: isOwn(metadata, [latest.source, namespace]) ? 0 : 1,
    releases: charts.length,
    version: latest.version,
    versionNumber: versionNumber(latest.version),
    appVersion: metadata.appVersion,
    appNumber: metadata.appVersion === null ? null : versionNumber(metadata.appVersion),
    description: metadata.description,
    keywords: shortTexts(metadata.keywords),
    about: known?.purposes ?? [],
    maintainers: shortTexts(metadata.maintainers.map((maintainer) => maintainer.name)),
    type: metadata.type,
    license: facts.license,
    category: facts.hub.category,
    kubeVersion: metadata.kubeVersion,
    kubeFrom: facts.kube?.from ?? null,
    kubeBelow: facts.kube?.below ?? null,
    deprecated: metadata.deprecated,
    prerelease,
    signed: latest.provenance !== null,
    hasSchema: latest.hasSchema,
    is: marksOf(latest, content, facts),
    created,
    createdTs: secondsOf(created),
    updated: latest.created,
    updatedTs: secondsOf(latest.created),
    dependencies: shortTexts(metadata.dependencies.map((dependency) => dependency.name)),
    kinds: distinct(facts.kinds.map(({ kind }) => kind)),
    crds: distinct(facts.crds.map(({ kind }) => kind)),
    crdNames: distinct(
      facts.crds.flatMap(({ kind, group, plural }) => [
        kind,
        group,
        plural === null ? group : `${plural}.${group}`,
      ]),
    ),
    images: distinct(facts.images.map(({ reference }) => reference)),
    imageNames: imageNamesOf(facts.images),
    found: foundIn(facts),
    sections: facts.sections,
    values,
    valueKeys: valuePathsOf(facts.valueKeys),
  };
  return { ...document, terms: telltaleTerms(document) };
}

function marksOf(latest: KnownRelease, { metadata }: ChartContent, facts: ChartFacts): readonly ChartMark[] {
  const marks: readonly (readonly [ChartMark, boolean])[] = [
    ["signed", latest.provenance !== null],
    ["schema", latest.hasSchema],
    ["crds", facts.crds.length > 0],
    ["operator", facts.hub.operator ?? /operator/i.test(metadata.name)],
    ["deprecated", metadata.deprecated],
    [channelOf(latest.version) === "prerelease" ? "prerelease" : "stable", true],
    [metadata.type, true],
  ];
  return marks.filter(([, holds]) => holds).map(([mark]) => mark);
}

function digestsOf(releases: readonly KnownRelease[]): readonly Digest[] {
  const newest = releases.toSorted(newestFirst).slice(0, MAX_DIGESTED);
  return [
    ...new Set(newest.flatMap(({ digest, manifest, layer }) => [digest, manifest, layer?.digest ?? digest])),
  ];
}

function firstDate(releases: readonly KnownRelease[]): string | null {
  return releases.reduce<string | null>(
    (first, { created }) => (created !== null && (first === null || created < first) ? created : first),
    null,
  );
}

function secondsOf(date: string | null): number | null {
  return date === null ? null : Math.floor(Date.parse(date) / 1000);
}
