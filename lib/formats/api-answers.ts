import { z } from "zod";
import { FACETS } from "../catalog/chart-query.ts";

// What `/api/v1` answers, as it is published in /api/v1/openapi.json. Every answer is held against it in
// test/contract/api-answers.test.ts, where a field that is not here fails. Fields may be added, none may go.

const text = z.string();
const maybe = text.nullable();
const count = z.int().nonnegative();
const moment = z.iso.datetime().describe("ISO 8601 in UTC.");
const digest = z.string().regex(/^sha256:[a-f0-9]{64}$/);
const path = z.string().regex(/^\//).describe("Absolute path on this server.");
const blob = z.object({ digest, size: count.describe("Bytes.") });
const chartId = { source: text, repository: text.describe("The path within the registry.") };
const channel = z.enum(["stable", "prerelease", "other"]);

const Match = z.object({
  field: z.enum([
    ...(["name", "description", "keywords", "about", "maintainers", "dependencies"] as const),
    ...(["values", "images", "crds", "kinds", "readme"] as const),
  ]),
  place: text.describe("Within the field: a heading, a values key, a template and its line; may be empty."),
  href: maybe.describe("The address of that place."),
  segments: z.array(z.object({ text, match: z.boolean() })),
});

const ChartHit = z.object({
  ...chartId,
  namespace: text,
  name: text,
  version: text,
  appVersion: maybe,
  description: text,
  updated: moment.nullable(),
  deprecated: z.boolean(),
  prerelease: z.boolean(),
  type: z.enum(["application", "library"]),
  signed: z.boolean().describe("Whether the newest release carries a provenance file."),
  hasSchema: z.boolean(),
  url: path,
  matched: z.array(Match),
  places: z.array(z.object(chartId)).describe("Where else the same archive is."),
});

const FacetValue = z.object({ value: text, count });

const PartialNotice = z
  .object({ source: text, reason: text, since: moment.nullable() })
  .describe("A source whose charts may be missing or older than usual in this answer.");

const SearchAnswer = z.object({
  total: count.describe("Charts that match, counted up to 20,000."),
  page: z.int().positive(),
  pages: count,
  limit: z.int().positive(),
  hits: z.array(ChartHit),
  facets: z.object(Object.fromEntries(FACETS.map((facet) => [facet, z.array(FacetValue)]))),
  partial: z.array(PartialNotice),
  mistakes: z.array(z.object({ start: count, end: count, message: text, suggestion: maybe })),
  tookMs: z.number().nonnegative(),
});

const ValuesAnswer = z.object({ values: z.array(FacetValue) });

const ValuesModel = z
  .object({
    name: text,
    version: text,
    defaults: z
      .record(text, z.unknown())
      .describe("What Helm takes as values if nothing is set, those of subcharts under their names."),
    keys: z.array(
      z.object({
        path: text.describe("Names from the top, as for `--set`; empty for the whole."),
        from: z.enum(["values", "comment", "schema", "template"]).describe("What tells of the key."),
        file: maybe.describe("The file of the archive that names it first."),
        line: count.nullable(),
        open: z.boolean().describe("Whether keys that are not listed may stand below it."),
        note: maybe.describe("What its description says of being deprecated, moved or renamed."),
      }),
    ),
    subcharts: z.array(
      z.object({
        path: text.describe("Where its values are."),
        within: text.describe("The path of the subchart it is in; empty for the chart."),
        condition: maybe,
        tags: z.array(text),
      }),
    ),
    schemas: z.array(
      z.object({
        subchart: text.describe("The path of a subchart; empty for the chart's own."),
        file: text,
        schema: z.unknown().describe("values.schema.json, parsed."),
      }),
    ),
    problems: z.array(text).describe("What could not be read."),
  })
  .describe("What must be known of a release to check values against it.");

const ReleaseSummary = z.object({
  version: text,
  tag: text,
  digest: digest.describe("Of the manifest."),
  appVersion: maybe,
  created: moment.nullable(),
  channel,
  deprecated: z.boolean(),
  signed: z.boolean(),
  movedFrom: digest
    .nullable()
    .describe("The manifest the tag pointed at before, as far as Chartroom saw it move."),
  error: maybe.describe("Why this version cannot be shown."),
});

const ChartMetadata = z
  .object({
    apiVersion: text,
    name: text,
    version: text,
    appVersion: maybe,
    kubeVersion: maybe,
    description: text,
    type: z.enum(["application", "library"]),
    deprecated: z.boolean(),
    keywords: z.array(text),
    home: maybe,
    sources: z.array(text),
    icon: maybe,
    maintainers: z.array(z.object({ name: text, email: maybe, url: maybe })),
    dependencies: z.array(
      z.object({
        ...{ name: text, version: text, repository: text },
        ...{ alias: maybe, condition: maybe, tags: z.array(text) },
      }),
    ),
    annotations: z.record(text, text),
  })
  .describe("Chart.yaml.");

const ChartFile = z.object({
  path: text,
  size: count,
  role: z.enum([
    ...(["metadata", "readme", "values", "schema", "lock", "license", "notes"] as const),
    ...(["template", "crd", "subchart", "other"] as const),
  ]),
  url: path,
});

const ReleaseContent = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("available"),
    readme: maybe.describe("The path of the file; so are values and schema."),
    values: maybe,
    schema: maybe,
    subcharts: z.array(text),
    unpackedSize: count,
    files: z.array(ChartFile),
  }),
  z.object({ kind: z.literal("unavailable"), reason: text, passing: z.boolean() }),
]);

const ChartAnswer = z.object({
  ...chartId,
  ...ReleaseSummary.shape,
  latest: z.boolean(),
  url: path,
  oci: maybe.describe("What `helm pull` takes; null where the source is no registry."),
  metadata: ChartMetadata.nullable(),
  digests: z.object({ manifest: digest, layer: blob.nullable(), provenance: blob.nullable() }),
  content: ReleaseContent,
  stale: PartialNotice.nullable().describe("Why it may be older than what its source holds."),
  versions: z.array(ReleaseSummary).describe("Newest first."),
});

const SourceState = z.object({
  id: text,
  registry: text,
  charts: count,
  releases: count,
  failed: count,
  status: z.enum(["waiting", "reading", "current", "failing"]),
  lastRead: moment.nullable(),
  asked: z.boolean().describe("Whether somebody asked for a reading that has not begun."),
  progress: z
    .object({
      startedAt: moment,
      repositoriesDone: count,
      repositoriesTotal: count.nullable(),
      releasesRead: count,
    })
    .nullable(),
  problems: z.array(z.object({ code: text, message: text, remedy: text, count })),
});

const SourcesAnswer = z.object({ sources: z.array(SourceState) });

const FailedRelease = z.object({ repository: text, version: text, reason: text, url: path });

const SourceAnswer = z.object({
  ...SourceState.shape,
  failures: z
    .array(z.object({ code: text, count, remedy: text, releases: z.array(FailedRelease) }))
    .describe("Releases that cannot be read, by cause, the most frequent first; of each a few."),
});

const Accepted = z.object({ accepted: count.describe("What will be done.") });

const Problem = z
  .object({ type: text, title: text, status: z.int(), detail: text })
  .describe("What is wrong and what to do (RFC 9457).");

/** The schemas of the API by the name they are published under. */
export const API_SCHEMAS = {
  SearchAnswer,
  ChartHit,
  Match,
  FacetValue,
  PartialNotice,
  ValuesAnswer,
  ValuesModel,
  ChartAnswer,
  ReleaseSummary,
  ReleaseContent,
  ChartMetadata,
  ChartFile,
  SourcesAnswer,
  SourceState,
  SourceAnswer,
  FailedRelease,
  Accepted,
  Problem,
} as const;

/** One of them. */
export type ApiSchemaName = keyof typeof API_SCHEMAS;

/** All of them as JSON Schema (2020-12), each pointing at the others by its place in an OpenAPI document. */
export function apiJsonSchemas(): Readonly<Record<string, object>> {
  const registry = z.registry<{ readonly id: string }>();
  for (const [id, schema] of Object.entries(API_SCHEMAS)) registry.add(schema, { id });
  // As input: what clients are made from it must take fields that are added later.
  const { schemas } = z.toJSONSchema(registry, { io: "input", uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema]));
}
