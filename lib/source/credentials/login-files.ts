import { readFileSync } from "node:fs";
import type { LoginFiles } from "../../config/chartroom-config.ts";
import { findDockerLogin } from "../../config/docker-logins.ts";
import { RegistryError } from "../../oci/errors.ts";
import { askHelper } from "./credential-helper.ts";
import type { Lease } from "./held-login.ts";

/** What a helper says is asked for again after this, ms: the credentials of clouds may end within the hour. */
const KEEP_MS = 5 * 60_000;

/**
 * What Helm or Docker signs in with now: from a helper for a while, from a file until it is refused. Fails with
 * `unauthorized` or `timeout`.
 */
export async function readLoginFiles(place: LoginFiles): Promise<Lease> {
  const found = findDockerLogin(place, (file) => readFileSync(file, "utf8"));
  if ("message" in found) {
    // Visitors read this: where the files are is told at the start, to the operator.
    const { host } = place.address;
    const remedy = `run \`helm registry login ${host}\` or \`docker login ${host}\` as the user Chartroom runs as`;
    throw new RegistryError(
      "unauthorized",
      `no login to ${host} is left in the files of Helm and Docker; ${remedy}`,
    );
  }
  if (!("helper" in found)) {
    return { login: found, renewAfterMs: Number.POSITIVE_INFINITY, lastsMs: Number.POSITIVE_INFINITY };
  }
  return { login: await askHelper(found), renewAfterMs: KEEP_MS, lastsMs: KEEP_MS };
}
