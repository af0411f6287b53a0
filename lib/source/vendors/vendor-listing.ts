import picomatch from "picomatch";
import type { AwsLogin, Credentials } from "../../config/chartroom-config.ts";
import { RegistryError } from "../../oci/errors.ts";
import { parseRepositoryName, type RepositoryName } from "../../oci/reference.ts";
import type { CallOptions, RepositoryLister } from "../../oci/registry-client.ts";
import type { ApiSession } from "./vendor-api.ts";

/** One listing of a registry, as its vendor's lister sees it. */
export interface VendorListing {
  readonly registry: URL;
  readonly credentials: Credentials | null;
  /** The identity to ask AWS as, where that is what the credentials were exchanged for. */
  readonly aws: AwsLogin | null;
  /** Globs over repository names, of which vendors that list by owner take the owners. */
  readonly include: readonly string[];
  /** The registry's `_catalog`. */
  readonly catalog: RepositoryLister;
  readonly session: ApiSession;
  /** Where the vendor's API is, if not where it always is. */
  readonly api: URL | null;
  readonly call: CallOptions;
}

/** Lists the names of repositories as the vendor's API writes them. */
export type ListNames = (listing: VendorListing) => AsyncIterable<string>;

/**
 * What the names that pass the globs begin with, in whole segments: `team/charts/*` gives `team/charts`. Null if they
 * may begin with anything. A prefix that lies within another is left out, and so is what no name can begin with.
 */
export function includePrefixes(include: readonly string[]): readonly RepositoryName[] | null {
  const scanned = include.map((glob) => picomatch.scan(glob));
  if (scanned.length === 0 || scanned.some(({ base, negated }) => base === "" || negated)) return null;
  const prefixes = new Set(
    scanned.map(({ base }) => parseRepositoryName(base)).filter((prefix) => prefix !== null),
  );
  return [...prefixes].filter((prefix) => !prefixes.values().some((other) => prefix.startsWith(`${other}/`)));
}

/** The first segments of `includePrefixes`, each once. */
export function includeOwners(include: readonly string[]): readonly string[] | null {
  const prefixes = includePrefixes(include);
  return prefixes === null ? null : [...new Set(prefixes.map((prefix) => prefix.split("/")[0] ?? ""))];
}

/** For vendors that list by owner: what to list, or the error that says how to name it. */
export function requireNamed<T>(registry: URL, named: readonly T[] | null, example: string): readonly T[] {
  if (named !== null) return named;
  throw new RegistryError(
    "not-found",
    `${registry.host} lists by owner: begin each glob of \`include\` with one, such as "${example}"`,
  );
}

/** The value of a Basic `Authorization`. */
export function formatBasic(credentials: Credentials | null): string | null {
  if (credentials === null) return null;
  const pair = `${credentials.username}:${credentials.password}`;
  return `Basic ${Buffer.from(pair, "utf8").toString("base64")}`;
}

/** The value of a Bearer `Authorization`, of a password that is a token. */
export function formatBearer(credentials: Credentials | null): string | null {
  return credentials === null ? null : `Bearer ${credentials.password}`;
}
