import type { CloudLogin, LoginFiles } from "./chartroom-config.ts";
import { CLOUDS, parseCloudLogin } from "./cloud-login.ts";
import type { ConfigProblem } from "./config-error.ts";
import { findDockerLogin, loginFiles } from "./docker-logins.ts";
import { parseRegistryUrl, parseRepositoryUrl } from "./registry-url.ts";

/** How a source signs in, or why it cannot. */
export type FoundLogin = LoginFiles | CloudLogin | Omit<ConfigProblem, "place">;

/** What the word under a source's `credentials` means for its address; null if there is none, or no address. */
export function findLogin(
  source: Readonly<Record<string, unknown>>,
  surroundings: {
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly readText: (path: string) => string;
  },
): FoundLogin | null {
  const { credentials: word, registry, repository } = source;
  const cloud = CLOUDS.find((one) => one === word);
  if (cloud === undefined && word !== "docker") return null;
  const isRegistry = typeof registry === "string";
  const parsed = isRegistry ? parseRegistryUrl(registry) : parseRepositoryUrl(String(repository));
  if (!("url" in parsed)) return null;
  if (cloud !== undefined) return parseCloudLogin(cloud, isRegistry ? parsed.url : null, surroundings.env);
  const login = { files: loginFiles(surroundings.env), address: parsed.url };
  // The files are read again whenever one signs in; here it shows whether that would do.
  const found = findDockerLogin(login, surroundings.readText);
  return "message" in found ? found : login;
}
