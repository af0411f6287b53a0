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
    for (const key of ["registry", "repository"]) {
      if (!/^http:/i.test(String(source[key])) || source.plainHttp === true) continue;
      problems.push({
        place: document.placeOf([...path, key]),
        message: "http:// sends everything unencrypted, passwords included",
        remedy: "use https://, or add `plainHttp: true` to say that it is meant",
      });
    }
    problems.push(...placeProblems(document, source, path));
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

const PLACES = ["registry", "repository", "layout"];
/** What a place has no use for: to write it is to expect something that will not happen. */
const USELESS: Readonly<Record<string, readonly string[]>> = {
  repository: ["vendor"],
  layout: ["vendor", "credentials", "plainHttp", "ca"],
};

function placeProblems(
  document: ConfigDocument,
  source: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[],
): ConfigProblem[] {
  const [first, ...others] = PLACES.filter((key) => key in source);
  if (first === undefined) {
    const message = "`registry` is missing";
    const remedy = `${REMEDIES.registry}; or \`repository\` for an index.yaml, or \`layout\` for an OCI layout folder`;
    return [{ place: document.placeOf(path), message, remedy }];
  }
  const twice = others.map((key) => ({
    place: document.placeOfKey(path, key),
    message: `\`${key}\` and \`${first}\` stand in one source`,
    remedy: "make them two sources, each with a name of its own",
  }));
  const useless = (USELESS[first] ?? [])
    .filter((key) => key in source)
    .map((key) => ({
      place: document.placeOfKey(path, key),
      message: `\`${key}\` says nothing beside \`${first}\``,
      remedy: "leave it out",
    }));
  return others.length > 0 ? twice : useless;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
