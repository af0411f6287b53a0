import type { ConfigDocument } from "./config-document.ts";
import type { ConfigProblem } from "./config-error.ts";
import { REMEDIES } from "./file-schema.ts";

/**
 * What is wrong between two keys or two sources. Looks at the data as it was written: a schema tells such things
 * only once all else is right, and every problem is to be told at once.
 */
export function relationProblems(document: ConfigDocument): ConfigProblem[] {
  const sources = isRecord(document.data) ? document.data.sources : undefined;
  if (!Array.isArray(sources)) return [];
  const names = sources.map((source: unknown) => (isRecord(source) ? source.name : undefined));
  return sources.flatMap((source: unknown, index) => {
    if (!isRecord(source)) return [];
    const path = ["sources", index];
    const problems: ConfigProblem[] = [];
    if (typeof source.name === "string" && names.indexOf(source.name) < index) {
      problems.push({
        place: document.placeOf([...path, "name"]),
        message: "another source above has the same name",
        remedy: "give each source a name of its own: it stands in the addresses of its charts",
      });
    }
    if (/^http:/i.test(String(source.registry)) && source.plainHttp !== true) {
      problems.push({
        place: document.placeOf([...path, "registry"]),
        message: "http:// sends everything unencrypted, passwords included",
        remedy: "use https://, or add `plainHttp: true` to say that it is meant",
      });
    }
    const { credentials } = source;
    if (isRecord(credentials) && "password" in credentials === "passwordFile" in credentials) {
      problems.push({
        place: document.placeOf([...path, "credentials"]),
        message: "`credentials` needs one of `password` and `passwordFile`",
        remedy: REMEDIES.credentials,
      });
    }
    return problems;
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
