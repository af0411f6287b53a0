import { createHash } from "node:crypto";
import { HIT_FIELDS, RANK_FIELDS } from "./hit-fields.ts";
import { SYNONYMS } from "./rank/synonyms.ts";
import type { IndexDefinition } from "./search-engine.ts";

/** The indexes: what people search, what is looked up by chart, how each source stands, what the indexer is asked to read. */
export const CHARTS = "charts";
export const RELEASES = "releases";
export const SOURCES = "sources";
export const WISHES = "wishes";
/** Holds, for each index, the fingerprint of the settings it was made with. */
export const DEFINITIONS = "definitions";

const EQUALITY = { equality: true, comparison: false };
const COMPARISON = { equality: true, comparison: true };

/** Chart documents: what people search. What users meet of them: docs/search.md. */
const CHART_SETTINGS = {
  searchableAttributes: [
    "nameJoined",
    "name",
    "aliases",
    "keywords",
    "about",
    "description",
    "namespace",
    "origin",
    "maintainers",
    "crds",
    "images",
    "dependencies",
    "kinds",
    "terms",
    "values.key",
    "sections.heading",
    "sections.text",
    "values.text",
  ],
  // `sort` first does nothing until somebody sorts, and then decides.
  rankingRules: [
    "sort",
    "words",
    "typo",
    "proximity",
    "attribute",
    "exactness",
    "standing:asc",
    "nameWords:asc",
    "updatedTs:desc",
  ],
  filterableAttributes: [
    {
      attributePatterns: ["source", "namespace", "keywords", "license", "kinds", "maintainers"],
      features: { facetSearch: true, filter: EQUALITY },
    },
    {
      attributePatterns: [
        ...["type", "is", "category", "repository", "id", "nameParts", "layer"],
        ...["dependencies", "crdNames", "imageNames", "digests", "valueKeys", "appVersion", "version"],
      ],
      features: { facetSearch: false, filter: EQUALITY },
    },
    {
      attributePatterns: ["kubeFrom", "kubeBelow", "appNumber", "versionNumber", "createdTs", "updatedTs"],
      features: { facetSearch: false, filter: COMPARISON },
    },
  ],
  sortableAttributes: ["name", "updatedTs", "createdTs"],
  // Of each hit the engine reads all that may be displayed, whatever is asked for; documents that are fetched are whole.
  displayedAttributes: [...HIT_FIELDS, ...RANK_FIELDS],
  proximityPrecision: "byAttribute",
  searchCutoffMs: 500,
  typoTolerance: {
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 8 },
    disableOnNumbers: true,
    // In long text nearly every word is a typo of another: `redis` would find every `registry`.
    disableOnAttributes: ["terms", "kinds", "values.key", "values.text", "sections.heading", "sections.text"],
  },
  synonyms: synonyms(SYNONYMS),
  pagination: { maxTotalHits: 20_000 },
  faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { "*": "count" } },
  localizedAttributes: [{ attributePatterns: ["*"], locales: ["eng"] }],
};

/** Documents that are looked up, not searched. */
function lookupSettings(filterable: readonly string[]) {
  return {
    // An attribute no document has: words nobody looks for are not worth indexing.
    searchableAttributes: ["unsearched"],
    prefixSearch: "disabled",
    facetSearch: false,
    filterableAttributes: filterable.map((attribute) => ({
      attributePatterns: [attribute],
      features: { facetSearch: false, filter: EQUALITY },
    })),
    sortableAttributes: [],
    displayedAttributes: ["*"],
    proximityPrecision: "byAttribute",
    typoTolerance: { enabled: false },
    faceting: { maxValuesPerFacet: 1000, sortFacetValuesBy: { "*": "count" } },
  };
}

/** Every index of the product. */
export const INDEXES: readonly IndexDefinition[] = [
  { uid: CHARTS, settings: CHART_SETTINGS },
  { uid: RELEASES, settings: lookupSettings(["id", "chart", "source", "repository", "kind", "error.code"]) },
  { uid: SOURCES, settings: lookupSettings(["id"]) },
  { uid: WISHES, settings: lookupSettings(["id", "nonce"]) },
  { uid: DEFINITIONS, settings: lookupSettings(["id"]) },
];

/** Equal settings, equal text. */
export function settingsFingerprint(definition: IndexDefinition): string {
  return createHash("sha256").update(JSON.stringify(definition.settings)).digest("hex");
}

/** Each word of a group stands for the others; the engine wants every direction said. */
function synonyms(groups: readonly (readonly string[])[]): Record<string, string[]> {
  const pairs = groups.flatMap((group) =>
    group.map((word): [string, string[]] => [word, group.filter((other) => other !== word)]),
  );
  return Object.fromEntries(pairs);
}
