import "server-only";
import { FACETS, PAGE_SIZE, SORTS } from "../catalog/chart-query.ts";
import { QUALIFIER_NAMES } from "../catalog/qualifiers.ts";
import { type ApiSchemaName, apiJsonSchemas } from "../formats/api-answers.ts";
import { PROBLEMS, type ProblemCode, problemType } from "./problem.ts";

/** Hits a program may ask for at once. */
export const MAX_LIMIT = 100;

/** The OpenAPI 3.1 document of `/api/v1`. `origin` is the base address of this server. */
export function describeApi(origin: string) {
  const { Problem, ...schemas } = apiJsonSchemas();
  return {
    openapi: "3.1.0",
    info: {
      title: "Chartroom",
      version: "1",
      description:
        "Charts and their releases, as the one who asks may see them. What may not be seen answers as what does not exist: 404. " +
        "Fields and operations may be added. Answers to GET carry an ETag where they can be asked for again with If-None-Match.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: origin }],
    paths: PATHS,
    components: {
      schemas: { ...schemas, Problem: withProblemTypes(Problem) },
      responses: Object.fromEntries(PROBLEM_CODES.map((code) => [code, problemAnswer(code)])),
      securitySchemes: {
        operator: { type: "http", scheme: "bearer", description: "CHARTROOM_ADMIN_TOKEN" },
        notification: {
          type: "apiKey",
          in: "header",
          name: "Authorization",
          description: "The secret of `events`.",
        },
      },
    },
  };
}

const PROBLEM_CODES = Object.keys(PROBLEMS) as readonly ProblemCode[];

const SEARCH_PARAMETERS = [
  query("q", "Words, phrases and qualifiers, such as `redis image:bitnami`.", { type: "string" }),
  ...FACETS.map((facet) =>
    query(facet, `Values of the facet ${facet}, as alternatives.`, {
      type: "array",
      items: { type: "string" },
    }),
  ),
];

const CHART_PARAMETERS = [
  segment("source", "The source's name."),
  segment("repository", "The path within the registry; its slashes may stand as they are."),
];

const PATHS = {
  "/api/v1/search": {
    get: operation(
      "search",
      "Charts that match",
      "SearchAnswer",
      ["unavailable", "rate-limited"],
      [
        ...SEARCH_PARAMETERS,
        query("sort", "The order of hits.", { type: "string", enum: SORTS, default: SORTS[0] }),
        query("page", "From 1.", { type: "integer", minimum: 1, default: 1 }),
        query("limit", "Hits on a page.", {
          type: "integer",
          minimum: 1,
          maximum: MAX_LIMIT,
          default: PAGE_SIZE,
        }),
      ],
    ),
  },
  "/api/v1/values": {
    get: operation(
      "values",
      "Values of a qualifier in the charts that match, for completion",
      "ValuesAnswer",
      ["bad-request", "unavailable", "rate-limited"],
      [
        { ...query("of", "The qualifier.", { type: "string", enum: QUALIFIER_NAMES }), required: true },
        query("prefix", "How the values begin.", { type: "string", maxLength: 255 }),
        ...SEARCH_PARAMETERS,
      ],
    ),
  },
  "/api/v1/values-model/{source}/{repository}@{version}": {
    get: operation(
      "values-model",
      "What a release's values may be: defaults, known keys and schemas, subcharts' among them",
      "ValuesModel",
      ["not-found", "archive-unavailable", "unavailable", "rate-limited"],
      [...CHART_PARAMETERS, segment("version", "A version, a tag or a manifest's digest.")],
    ),
  },
  "/api/v1/charts/{source}/{repository}": {
    get: operation(
      "chart",
      "The latest release",
      "ChartAnswer",
      ["not-found", "unavailable", "rate-limited"],
      CHART_PARAMETERS,
    ),
  },
  "/api/v1/charts/{source}/{repository}@{version}": {
    get: operation(
      "release",
      "One release",
      "ChartAnswer",
      ["not-found", "unavailable", "rate-limited"],
      [...CHART_PARAMETERS, segment("version", "A version, a tag or a manifest's digest.")],
    ),
  },
  "/api/v1/files/{source}/{repository}@{version}": {
    get: {
      ...operation(
        "file",
        "A file of the archive as it is",
        null,
        [...(["bad-request", "not-found", "archive-unavailable", "unavailable", "rate-limited"] as const)],
        [
          ...CHART_PARAMETERS,
          segment("version", "A version, a tag or a manifest's digest."),
          {
            ...query("path", "The file's path below the chart's folder.", { type: "string" }),
            required: true,
          },
        ],
      ),
    },
  },
  "/api/v1/sources": {
    get: operation("sources", "The state of each source", "SourcesAnswer", ["unavailable", "rate-limited"]),
  },
  "/api/v1/sources/{source}": {
    get: operation(
      "source",
      "The state of one source, and what of it cannot be read",
      "SourceAnswer",
      ["not-found", "unavailable", "rate-limited"],
      [segment("source", "The source's name.")],
    ),
  },
  "/api/v1/sources/{source}/sync": {
    post: {
      ...operation(
        "sync",
        'Asks for a reading now; with `{"acceptEmpty": true}` a registry that lists nothing is believed',
        "Accepted",
        [
          ...([
            "bad-request",
            "unauthorized",
            "forbidden",
            "not-found",
            "unavailable",
            "rate-limited",
          ] as const),
        ],
        [segment("source", "The source's name.")],
      ),
      requestBody: { required: false, content: { "application/json": { schema: { type: "object" } } } },
      security: [{ operator: [] }],
    },
  },
  "/api/v1/events/{source}": {
    post: {
      ...operation(
        "events",
        "Takes a registry's notification",
        "Accepted",
        [...(["bad-request", "unauthorized", "not-found", "too-large", "unavailable"] as const)],
        [segment("source", "The source's name.")],
      ),
      requestBody: { required: true, content: { "application/json": { schema: { type: "object" } } } },
      security: [{ notification: [] }],
    },
  },
  "/api/v1/openapi.json": {
    get: {
      operationId: "describe",
      summary: "This document",
      responses: {
        200: { description: "OpenAPI 3.1", content: { "application/json": { schema: { type: "object" } } } },
      },
    },
  },
};

/** Every answer that is counted has the first two. */
const LIMIT_HEADERS = {
  RateLimit: header("What is left: `r` requests, until there are as many as ever again in `t` seconds."),
  "RateLimit-Policy": header("What there is: `q` requests in `w` seconds."),
  "Retry-After": { ...header("Seconds until the next request is answered."), required: true },
};

/** `schema` null: bytes of any kind. */
function operation(
  operationId: string,
  summary: string,
  schema: ApiSchemaName | null,
  problems: readonly ProblemCode[],
  parameters: readonly object[] = [],
) {
  const content =
    schema === null
      ? { "*/*": {} }
      : { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } };
  const success = schema === "Accepted" ? 202 : 200;
  return {
    operationId,
    summary,
    parameters,
    responses: {
      [success]: { description: summary, content },
      ...Object.fromEntries(
        problems.map((code) => [PROBLEMS[code].status, { $ref: `#/components/responses/${code}` }]),
      ),
    },
  };
}

function problemAnswer(code: ProblemCode) {
  const { title, detail } = PROBLEMS[code];
  return {
    ...(code === "rate-limited" ? { headers: LIMIT_HEADERS } : {}),
    description: `${title}: \`${problemType(code)}\`. ${detail}`,
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
}

function withProblemTypes(schema: object | undefined) {
  const known = { enum: PROBLEM_CODES.map(problemType) };
  return { ...schema, properties: { ...propertiesOf(schema), type: { type: "string", ...known } } };
}

function propertiesOf(schema: object | undefined): object {
  const properties = schema !== undefined && "properties" in schema ? schema.properties : null;
  return typeof properties === "object" && properties !== null ? properties : {};
}

function query(name: string, description: string, schema: object) {
  return { name, in: "query", description, schema };
}

function header(description: string) {
  return { description, schema: { type: "string" } };
}

function segment(name: string, description: string) {
  return { name, in: "path", required: true, description, schema: { type: "string" } };
}
