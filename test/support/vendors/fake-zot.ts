import { jsonAnswer } from "../fake-registry-faults.ts";
import { basic, type FakeApi, refusal, startFakeApi } from "./fake-api.ts";

export const ZOT_USER = { username: "ada", password: "s3cret" };

/**
 * zot as its code has it (`pkg/api/routes.go`): an empty greeting, a catalog of what whoever asks may read, a Link that
 * is relative and holds the last name as it is. `strangers` may read what is public, or nothing.
 */
export function startFakeZot(
  repositories: Readonly<Record<string, "public" | "private">>,
  strangers: "may read" | "may not",
): Promise<FakeApi> {
  return startFakeApi(({ headers }, url) => {
    const challenge = { "www-authenticate": "basic realm=zot" };
    const isUser = headers.authorization === basic(ZOT_USER.username, ZOT_USER.password);
    if (!isUser && (headers.authorization !== undefined || strangers === "may not")) {
      return { ...refusal(401), headers: challenge };
    }
    if (url.pathname === "/v2/") return { status: 200, headers: challenge, body: new Uint8Array() };
    if (url.pathname !== "/v2/_catalog") return refusal(404);
    const seen = Object.keys(repositories)
      .filter((name) => isUser || repositories[name] === "public")
      .sort();
    const n = Number(url.searchParams.get("n") ?? 100);
    const last = url.searchParams.get("last") ?? "";
    const rest = seen.filter((name) => name > last);
    const page = rest.slice(0, n);
    const link = `</v2/_catalog?n=${n}&last=${page.at(-1)}>; rel="next"`;
    return jsonAnswer(200, { repositories: page }, rest.length > n ? { link } : {});
  });
}
