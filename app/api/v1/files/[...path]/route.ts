import { parseChartAddress } from "#lib/catalog/chart-path.ts";
import { fileHeaders } from "#lib/server/file-headers.ts";
import { answer, problem } from "#lib/server/problem.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";

interface Context {
  readonly params: Promise<{ readonly path: readonly string[] }>;
}

/** A file of the archive as it is. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => {
    const address = parseChartAddress((await params).path);
    const path = new URL(request.url).searchParams.get("path");
    if (path === null) return problem("bad-request", "Say which file: ?path=values.yaml");
    if (address?.version == null) return problem("not-found");
    const { catalog, scope } = await viewerCatalog();
    const file = await catalog.file(address.id, address.version, path, scope);
    if (file === null) return problem("not-found");
    return new Response(new Uint8Array(file), { headers: fileHeaders(path, address.version) });
  });
}
