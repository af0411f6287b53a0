import { isIP } from "node:net";
import path from "node:path";
import { parseByteSize } from "./byte-size.ts";
import type { ChartroomConfig } from "./chartroom-config.ts";
import type { ConfigProblem } from "./config-error.ts";
import { MIN_SECRET_LENGTH } from "./file-schema.ts";

/** Environment variables by name. An empty one counts as unset. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment says of a process, beside the sources. */
export type ProcessSettings = Omit<ChartroomConfig, "sources">;

/** Requests of one client: ten a second are more than a person types. */
const DEFAULT_PER_MINUTE = 600;
const MAX_PER_MINUTE = 1_000_000;
const MAX_PROXIES = 10;
/** Some 280,000 archives of the size real ones have. */
const DEFAULT_CONTENT_SIZE = "10GiB";
/** Ten archives of the largest size that is read. */
const MIN_CONTENT_BYTES = 200 * 2 ** 20;
const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;

/**
 * Reads PORT, HOST, CHARTROOM_DATA, CHARTROOM_CONTENT_SIZE, CHARTROOM_URL, CHARTROOM_ADMIN_TOKEN, CHARTROOM_README_IMAGES,
 * CHARTROOM_RATE_LIMIT, CHARTROOM_TRUSTED_PROXIES, CHARTROOM_CROSS_ORIGIN, MEILI_URL, MEILI_MASTER_KEY and LOG_LEVEL, each with a default.
 */
export function parseEnvironment(env: Environment): {
  readonly settings: ProcessSettings;
  readonly problems: readonly ConfigProblem[];
} {
  const problems: ConfigProblem[] = [];
  const refuse = (message: string, remedy: string) =>
    problems.push({ place: "environment", message, remedy });
  const read = <T>(name: string, fallback: T, parse: (text: string) => T | null, remedy: string): T => {
    const text = env[name];
    if (text === undefined || text === "") return fallback;
    const value = parse(text);
    if (value === null) refuse(`${name} cannot be used as it is`, remedy);
    return value ?? fallback;
  };

  const host = read(
    "HOST",
    "127.0.0.1",
    parseHost,
    "set HOST to an IP address or host name, such as 0.0.0.0",
  );
  const port = read("PORT", 3000, parsePort, "set PORT to a number from 1 to 65535, such as 3000");
  const meiliUrl = read(
    "MEILI_URL",
    null,
    parseHttpUrl,
    "set MEILI_URL to an address such as http://127.0.0.1:7700",
  );
  const meiliKey = read("MEILI_MASTER_KEY", null, (text) => text, "");
  if (meiliKey !== null && !env.MEILI_URL) {
    refuse(
      "MEILI_MASTER_KEY is set, MEILI_URL is not",
      "set MEILI_URL to the address of that Meilisearch, or unset both: Chartroom then runs its own",
    );
  }
  return {
    settings: {
      dataFolder: path.resolve(env.CHARTROOM_DATA || "data"),
      contentBytes:
        read(
          "CHARTROOM_CONTENT_SIZE",
          parseContentSize(DEFAULT_CONTENT_SIZE),
          parseContentSize,
          `set CHARTROOM_CONTENT_SIZE to 200MiB or more, such as ${DEFAULT_CONTENT_SIZE}, or to 0 for no bound`,
        ) || null,
      host,
      port,
      publicUrl: read(
        "CHARTROOM_URL",
        formatOrigin(host, port),
        parseOrigin,
        "set CHARTROOM_URL to scheme and host as people type them, without a path, such as https://charts.example.com",
      ),
      meili: meiliUrl === null ? null : { url: meiliUrl, key: meiliKey },
      adminToken: read(
        "CHARTROOM_ADMIN_TOKEN",
        null,
        (text) => (text.length >= MIN_SECRET_LENGTH ? text : null),
        `set CHARTROOM_ADMIN_TOKEN to ${MIN_SECRET_LENGTH} characters or more, or unset it`,
      ),
      readmeImages: read(
        "CHARTROOM_README_IMAGES",
        "proxy",
        (text) => (text === "proxy" || text === "none" ? text : null),
        "set CHARTROOM_README_IMAGES to proxy or none",
      ),
      requests: {
        perMinute:
          read(
            "CHARTROOM_RATE_LIMIT",
            DEFAULT_PER_MINUTE,
            (text) => parseCount(text, MAX_PER_MINUTE),
            `set CHARTROOM_RATE_LIMIT to requests a minute, such as ${DEFAULT_PER_MINUTE}, or to 0 for no limit`,
          ) || null,
        trustedProxies: read(
          "CHARTROOM_TRUSTED_PROXIES",
          0,
          (text) => parseCount(text, MAX_PROXIES),
          `set CHARTROOM_TRUSTED_PROXIES to the number of proxies in front of Chartroom, 0 to ${MAX_PROXIES}`,
        ),
        crossOrigin: read(
          "CHARTROOM_CROSS_ORIGIN",
          false,
          (text) => ({ allow: true, deny: false })[text] ?? null,
          "set CHARTROOM_CROSS_ORIGIN to allow or deny",
        ),
      },
      logLevel: read(
        "LOG_LEVEL",
        "info",
        (text) => LOG_LEVELS.find((level) => level === text) ?? null,
        `set LOG_LEVEL to ${LOG_LEVELS.slice(0, -1).join(", ")} or ${LOG_LEVELS.at(-1)}`,
      ),
    },
    problems,
  };
}

/** The address a process that listens there is reached at from the same machine. */
export function formatOrigin(host: string, port: number): string {
  const reachable = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `http://${isIP(reachable) === 6 ? `[${reachable}]` : reachable}:${port}`;
}

function parsePort(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
}

function parseCount(text: string, max: number): number | null {
  return /^\d{1,7}$/.test(text) && Number(text) <= max ? Number(text) : null;
}

function parseContentSize(text: string): number | null {
  const bytes = text === "0" ? 0 : parseByteSize(text);
  return bytes === 0 || (bytes ?? 0) >= MIN_CONTENT_BYTES ? bytes : null;
}

function parseHost(text: string): string | null {
  return isIP(text) !== 0 || /^[a-zA-Z0-9][a-zA-Z0-9.-]{0,252}$/.test(text) ? text : null;
}

function parseHttpUrl(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || !["http:", "https:"].includes(url.protocol) || url.search !== "" || url.hash !== "")
    return null;
  return url.href.replace(/\/+$/, "");
}

function parseOrigin(text: string): string | null {
  const url = parseHttpUrl(text);
  return url === null || new URL(url).origin !== url ? null : url;
}
