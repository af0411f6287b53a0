import { parseChartQuery } from "#lib/catalog/chart-query.ts";
import { findQualifier, QUALIFIER_NAMES } from "#lib/catalog/qualifiers.ts";
import { answer, problem } from "#lib/server/problem.ts";
import { viewerValues } from "#lib/server/viewer-catalog.ts";

const MAX_PREFIX_LENGTH = 255;

/** Values of a qualifier, for completion: `?of=keyword&prefix=da` and the query of a search: `{values: [{value, count}]}`. */
export async function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const of = findQualifier(params.get("of") ?? "");
  const prefix = params.get("prefix") ?? "";
  if (of === null) return problem("bad-request", `“of” names one of ${QUALIFIER_NAMES.join(", ")}.`);
  if (prefix.length > MAX_PREFIX_LENGTH) {
    return problem("bad-request", `“prefix” has at most ${MAX_PREFIX_LENGTH} characters.`);
  }
  return answer(async () => {
    const values = await viewerValues({ of, prefix, query: parseChartQuery(params) });
    return Response.json({ values }, { headers: { "cache-control": "no-store" } });
  });
}
