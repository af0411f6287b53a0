import path from "node:path";
import { isRecord } from "../oci/body.ts";
import type { CloudLogin, Credentials, LoginFiles, SourceConfig, SourcePlace } from "./chartroom-config.ts";
import { readConfigDocument } from "./config-document.ts";
import type { ConfigProblem } from "./config-error.ts";
import { describeIssue } from "./describe-issue.ts";
import { createFileSchema } from "./file-schema.ts";
import { relationProblems } from "./relation-problems.ts";
import { type FoundLogin, findLogin } from "./source-login.ts";

/** A configuration file and what it may refer to. */
export interface ConfigInput {
  readonly text: string;
  /** How problems call the file. */
  readonly fileName: string;
  /** What `${NAME}` is taken from. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Reads a file that is named in the configuration, relative to its folder; throws when it cannot. */
  readonly readText: (path: string) => string;
}

type ParsedConfig =
  | { readonly sources: readonly SourceConfig[] }
  | { readonly problems: readonly ConfigProblem[] };

/** All sources of a configuration file, or all that is wrong with it. */
export function parseConfig(input: ConfigInput): ParsedConfig {
  const { text, fileName, env, readText } = input;
  const document = readConfigDocument(text, fileName, env);
  if (!document.readable) return { problems: document.problems };

  const parsed = createFileSchema(readText).safeParse(document.data ?? {});
  // A value whose variable is not set has been reported; that it is no address either is no news.
  const unresolved = new Set(document.problems.map((problem) => problem.place));
  const logins = sourceLogins(document.data, input);
  const problems = [
    ...document.problems,
    ...(parsed.error?.issues ?? [])
      .flatMap((issue) => describeIssue(issue, document))
      .filter((problem) => !unresolved.has(problem.place)),
    ...relationProblems(document),
    ...logins.flatMap((login, index) =>
      login !== null && "message" in login
        ? [{ place: document.placeOf(["sources", index, "credentials"]), ...login }]
        : [],
    ),
  ].sort((a, b) => a.place.localeCompare(b.place, "en", { numeric: true }));
  if (!parsed.success || problems.length > 0) return { problems };
  const folder = path.dirname(fileName);
  return {
    sources: parsed.data.sources.map((source, index) => {
      const login = logins[index] ?? null;
      return toSourceConfig(source, folder, login !== null && "message" in login ? null : login);
    }),
  };
}

/** What the word under `credentials` means for each source, in their order; null where there is none. */
function sourceLogins(data: unknown, input: ConfigInput): readonly (FoundLogin | null)[] {
  const sources: unknown = isRecord(data) ? data.sources : undefined;
  if (!Array.isArray(sources)) return [];
  return sources.map((source: unknown) => (isRecord(source) ? findLogin(source, input) : null));
}

type FileSource = ReturnType<ReturnType<typeof createFileSchema>["parse"]>["sources"][number];

/**
 * An entry of `sources`, checked and with its defaults, as the rest of the program knows it; paths start at `folder`.
 * `login` is what a word under its `credentials` means, if there is one.
 */
export function toSourceConfig(
  source: FileSource,
  folder: string,
  login: LoginFiles | CloudLogin | null = null,
): SourceConfig {
  const { name, vendor, include, exclude, repositories, credentials, access, ca, interval } = source;
  return {
    id: name,
    ...placeOf(source, folder),
    vendor: vendor ?? null,
    include,
    exclude,
    repositories: repositories ?? null,
    credentials: typeof credentials === "object" ? toCredentials(credentials) : login,
    access,
    ca: ca ?? null,
    intervalMs: interval,
    eventSecret: source.events?.secret ?? null,
  };
}

function toCredentials(written: Exclude<FileSource["credentials"], string | undefined>): Credentials | null {
  const password = written.password ?? written.passwordFile;
  return password === undefined ? null : { username: written.username, password };
}

function placeOf({ registry, repository, layout = "." }: FileSource, folder: string): SourcePlace {
  if (registry !== undefined) return { kind: "registry", registry };
  if (repository !== undefined) return { kind: "repository", repository };
  return { kind: "layout", layout: path.resolve(folder, layout), writtenAs: layout };
}
