import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { packArchive } from "#demo/helm-package.ts";
import { readDemoRecipes } from "#demo/pack-charts.ts";
import { readChart } from "#lib/chart/read-chart.ts";
import type { SourceId } from "#lib/config/chartroom-config.ts";
import { chartDocumentOf, fingerprintOf, type LatestRelease } from "#lib/indexer/chart-document.ts";
import { telltaleTerms } from "#lib/indexer/telltale-terms.ts";
import type { Digest, RepositoryName, Tag } from "#lib/oci/reference.ts";
import {
  type ChartDocument,
  chartDocumentId,
  READER_VERSION,
  type ReleaseDocument,
  releaseDocumentId,
} from "#lib/search/document.ts";
import { storedMetadata } from "#lib/search/stored-metadata.ts";
import { createRandom } from "#test/support/random.ts";
import { readRealArchives } from "../../test/real/support/real-archives.ts";

/** A real chart as documents are mixed from it: what the product's own reader makes of its archive. */
export interface Ingredient {
  readonly chart: ChartDocument;
  readonly release: ReleaseDocument;
}

/** A chart that never was, and its releases. */
export interface MixedChart {
  readonly chart: ChartDocument;
  readonly releases: readonly ReleaseDocument[];
}

/** The source all of them lie in. */
export const SOURCE = "bench" as SourceId;
const NAMESPACES = 300;
/** Of so many charts one is published under another's name, whole: everybody has a redis. */
const COPIES = 5;
/** As many as the product keeps of a chart. */
const MAX_TERMS = 250;

/** One archive a chart: those of CHARTROOM_REAL_CHARTS, or else the sample charts. */
export async function readIngredients(): Promise<readonly Ingredient[]> {
  const archives = process.env.CHARTROOM_REAL_CHARTS ? await realArchives() : await sampleArchives();
  const ingredients: Ingredient[] = [];
  for (const bytes of archives) {
    const content = await readChart([bytes]).catch(() => null);
    if (content === null) continue;
    const { name, version } = content.metadata;
    const release = releaseOf(`team/${name}`, version as Tag, {
      layer: { digest: digestOf(bytes), size: bytes.length },
      hasSchema: content.schema !== null,
      metadata: storedMetadata(content.metadata),
    });
    ingredients.push({ chart: chartDocumentOf(release, content, [release]), release });
  }
  return ingredients;
}

/** The charts from one number up to another, each with so many releases. */
export function* mixCharts(
  ingredients: readonly Ingredient[],
  { from, to, releases }: { readonly from: number; readonly to: number; readonly releases: number },
): Iterable<MixedChart> {
  for (let number = from; number < to; number += 1) yield mixChart(ingredients, number, releases);
}

/**
 * The chart of a number, the same at every run: the name of one or two real charts, the description of two, README, values
 * and what lies inside of one each. Sizes and words are those of real charts; only who goes with whom is new.
 */
function mixChart(ingredients: readonly Ingredient[], number: number, releases: number): MixedChart {
  const random = createRandom(number);
  const pick = (): Ingredient => {
    const ingredient = ingredients[Math.floor(random() * ingredients.length)];
    if (ingredient === undefined) throw new Error("there are no charts to mix");
    return ingredient;
  };
  const [named, also, told, documented, filled] = [pick(), pick(), pick(), pick(), pick()];
  const name = number % COPIES === 0 ? named.chart.name : mixNames(named.chart.name, also.chart.name);
  const namespace = `team-${number % NAMESPACES}`;
  const repository = `${namespace}/${name}-${number}` as RepositoryName;
  const made = Array.from({ length: releases }, (_, at) =>
    releaseOf(repository, `1.${at}.${number % 10}` as Tag, {
      layer: { digest: digestOf(`${number}.${at}`), size: told.release.layer?.size ?? 0 },
      hasSchema: told.release.hasSchema,
      metadata: told.release.metadata,
    }),
  );
  const latest = made.at(-1);
  if (latest === undefined) throw new Error("a chart has one release at least");
  const { nameJoined, nameWords, nameParts } = partsOf(name);
  const chart = {
    ...told.chart,
    ...{ id: latest.chart, source: SOURCE, repository, namespace },
    ...{ layer: latest.layer.digest, fingerprint: fingerprintOf(made) },
    ...{ name, nameJoined, nameWords, nameParts, aliases: named.chart.aliases },
    ...{ version: latest.version, releases, updatedTs: 1_500_000_000 + Math.floor(random() * 2.6e8) },
    description: halfOf(told.chart.description, 0) + halfOf(also.chart.description, 1),
    keywords: [...new Set([...named.chart.keywords, ...told.chart.keywords])],
    sections: documented.chart.sections,
    ...{ values: filled.chart.values, valueKeys: filled.chart.valueKeys },
    ...{ images: filled.chart.images, imageNames: filled.chart.imageNames, found: filled.chart.found },
    ...{ crds: filled.chart.crds, crdNames: filled.chart.crdNames, kinds: filled.chart.kinds },
  };
  // Those of README and values were found when the real chart was read; by far the most of the work.
  const terms = [telltaleTerms({ ...chart, sections: [], values: [] }), documented.chart.terms].join(" ");
  const kept = [...new Set(terms.split(" "))].slice(0, MAX_TERMS);
  return { chart: { ...chart, terms: kept.join(" ") }, releases: made };
}

function partsOf(name: string) {
  const words = name.split(/[-_.]/);
  return { nameJoined: words.join(""), nameWords: words.length, nameParts: [name, words.join(""), ...words] };
}

function mixNames(one: string, other: string): string {
  const words = other.split("-");
  return `${one.split("-")[0]}-${words.at(-1)}`.toLowerCase();
}

/** The words of the first half, or of the second. */
function halfOf(text: string, half: 0 | 1): string {
  const words = text.split(" ");
  const middle = Math.ceil(words.length / 2);
  return half === 0 ? `${words.slice(0, middle).join(" ")} ` : words.slice(middle).join(" ");
}

function releaseOf(
  repository: string,
  tag: Tag,
  known: Pick<LatestRelease, "layer" | "hasSchema"> & Pick<ReleaseDocument, "metadata">,
): ReleaseDocument & LatestRelease {
  const name = repository as RepositoryName;
  const manifest = digestOf(`${repository}:${tag}`);
  return {
    id: releaseDocumentId(SOURCE, name, tag),
    chart: chartDocumentId(SOURCE, name),
    ...{ source: SOURCE, repository: name, tag, kind: "chart", reader: READER_VERSION },
    ...{ digest: manifest, manifest, version: tag, created: "2024-05-01T00:00:00.000Z" },
    ...{ provenance: null, archive: null, error: null },
    ...known,
  };
}

function digestOf(bytes: Uint8Array | string): Digest {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}` as Digest;
}

async function realArchives(): Promise<readonly Uint8Array[]> {
  // Names sort so that the last one of a chart is a late version of it.
  const newest = new Map(
    (await readRealArchives()).map(({ file }) => [file.replace(/-v?\d[^/]*$/, ""), file]),
  );
  return Promise.all([...newest.values()].map((file) => readFile(file)));
}

async function sampleArchives(): Promise<readonly Uint8Array[]> {
  const archives: Uint8Array[] = [];
  for (const [path, { releases }] of await readDemoRecipes()) {
    const release = releases.find(({ hostileEntry }) => hostileEntry === null);
    if (release !== undefined) archives.push(await packArchive(basename(path), release));
  }
  return archives;
}
