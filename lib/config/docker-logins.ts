import path from "node:path";
import { z } from "zod";
import type { IdentityToken } from "../oci/login.ts";
import type { CredentialHelper, Credentials, LoginFiles } from "./chartroom-config.ts";
import type { ConfigProblem } from "./config-error.ts";

/** What Docker or Helm signs in to a host with, or why that cannot be used. */
export type DockerLogin = Credentials | IdentityToken | CredentialHelper | Omit<ConfigProblem, "place">;

/** Throws when the file cannot be read, with `code` as Node does. */
type ReadText = (path: string) => string;

const MAX_FILE_CHARACTERS = 1024 * 1024;
/** Docker Hub answers to several names, and Docker writes the first of them with a path. */
const DOCKER_HUB = new Set(["index.docker.io", "docker.io", "registry-1.docker.io"]);
const DOCKER_HUB_SERVER = "https://index.docker.io/v1/";
/** Becomes a part of a program's name, so nothing that leads elsewhere. */
const HELPER_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** Paths behind a host that mean the whole host; Podman writes others, for a part of it. */
const WHOLE_HOST = ["/", "/v1", "/v1/", "/v2", "/v2/"];

const FILE = z.object({
  auths: z.record(z.string(), z.unknown()).nullish(),
  credHelpers: z.record(z.string(), z.unknown()).nullish(),
  credsStore: z.string().nullish(),
});

const ENTRY = z.object({
  auth: z.string().optional(),
  username: z.string().optional(),
  password: z.string().optional(),
  identitytoken: z.string().optional(),
});

/**
 * Looks a host up where `helm registry login` and `docker login` write, in this order, and takes the entry of exactly
 * that host. Within a file the host's helper comes first, then the helper of all hosts, then what stands in the file.
 */
export function findDockerLogin({ files, address }: LoginFiles, readText: ReadText): DockerLogin {
  for (const file of files) {
    const found = findInFile(file, address, readText);
    if (found !== null) return found;
  }
  return {
    message: `neither Helm nor Docker is signed in to ${address.host}`,
    remedy:
      `run \`helm registry login ${address.host}\` or \`docker login ${address.host}\` as the user Chartroom runs as; ` +
      `looked in ${files.join(" and ") || "no file: HOME, DOCKER_CONFIG and HELM_REGISTRY_CONFIG are not set"}`,
  };
}

/** Where Helm and Docker write, in the order in which they are looked at. */
export function loginFiles(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const inHome = (...parts: string[]) => (env.HOME ? path.join(env.HOME, ...parts) : null);
  const docker = env.DOCKER_CONFIG || inHome(".docker");
  return [
    env.HELM_REGISTRY_CONFIG || inHome(".config", "helm", "registry", "config.json"),
    docker === null ? null : path.join(docker, "config.json"),
  ]
    .filter((file) => file !== null)
    .map((file) => path.resolve(file));
}

/** Null if the file is not there or does not know the host. */
function findInFile(file: string, address: URL, readText: ReadText): DockerLogin | null {
  let text: string;
  try {
    text = readText(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    return {
      message: `${file} cannot be read (${code})`,
      remedy: "let the user Chartroom runs as read it",
    };
  }
  const content = FILE.safeParse(text.length > MAX_FILE_CHARACTERS ? null : parseJson(text));
  if (!content.success) {
    return {
      message: `${file} is no configuration of Docker or Helm`,
      remedy: "repair it, or remove it and sign in again",
    };
  }
  const { auths, credHelpers, credsStore } = content.data;
  const helper = entryOf(credHelpers, address) ?? (credsStore || null);
  if (helper !== null) return toHelper(helper, file, address);
  const entry = entryOf(auths, address);
  return entry === null ? null : readEntry(entry, file, address);
}

function toHelper(helper: unknown, file: string, address: URL): DockerLogin {
  if (typeof helper === "string" && HELPER_NAME.test(helper)) {
    return { helper, server: DOCKER_HUB.has(address.host) ? DOCKER_HUB_SERVER : address.host };
  }
  return {
    message: `${file} names a credential helper that cannot be one`,
    remedy: "write what follows `docker-credential-` in the name of the program, such as `ecr-login`",
  };
}

function readEntry(entry: unknown, file: string, { host }: URL): DockerLogin | null {
  const { data = {} } = ENTRY.safeParse(entry);
  if (data.identitytoken) return { identityToken: data.identitytoken };
  const pair = data.auth ? Buffer.from(data.auth, "base64").toString("utf8") : null;
  const colon = pair?.indexOf(":") ?? -1;
  // Docker pads what it encodes with zero bytes.
  const username = pair === null ? data.username : pair.slice(0, Math.max(colon, 0));
  const password = pair === null ? data.password : pair.slice(colon + 1).replaceAll("\0", "");
  if (username && password) return { username, password };
  // With a store elsewhere Docker leaves an empty entry behind.
  if (typeof entry === "object" && entry !== null && Object.keys(entry).length === 0) return null;
  return {
    message: `the entry of ${file} for ${host} holds no user name and password`,
    remedy: `sign in again: \`docker login ${host}\``,
  };
}

/** Keys are hosts or addresses; null if none is this host. */
function entryOf(entries: Readonly<Record<string, unknown>> | null | undefined, address: URL): unknown {
  const found = Object.entries(entries ?? {}).find(([key]) => {
    const url = URL.parse(/^https?:\/\//i.test(key) ? key : `${address.protocol}//${key}`);
    if (url === null || url.username !== "" || url.search !== "" || url.hash !== "") return false;
    const same = url.host === address.host || (DOCKER_HUB.has(url.host) && DOCKER_HUB.has(address.host));
    return same && WHOLE_HOST.includes(url.pathname);
  });
  return found?.[1] ?? null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
