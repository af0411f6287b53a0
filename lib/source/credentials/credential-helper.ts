import { execFile } from "node:child_process";
import type { CredentialHelper, Credentials } from "../../config/chartroom-config.ts";
import { isRecord } from "../../oci/body.ts";
import { RegistryError } from "../../oci/errors.ts";
import type { AccountReader } from "../../oci/login.ts";

/** How patient one is with a helper, ms. */
export interface HelperTimes {
  /** For one run of the program. */
  readonly limitMs: number;
  /** Credentials older than this are asked for again: those of clouds may end within the hour. */
  readonly keepMs: number;
  /** However often a registry or the program itself refuses, it is not started again sooner than this. */
  readonly pauseMs: number;
}

const TIMES: HelperTimes = { limitMs: 30_000, keepMs: 5 * 60_000, pauseMs: 30_000 };
const MAX_OUTPUT_BYTES = 64 * 1024;
/** In place of a name: the secret is a refresh token. */
const IDENTITY_TOKEN = "<token>";
/** The name under which Azure takes a refresh token as a password. */
const AZURE_TOKEN_USER = "00000000-0000-0000-0000-000000000000";
const AZURE = /^[a-z0-9]+\.azurecr\.(?:io|cn|us)$/;

/** Credentials that stand in the configuration as they are, and a reader of those that a helper must be asked for. */
export function openCredentials(
  configured: Credentials | CredentialHelper | null,
): Credentials | AccountReader | null {
  return configured !== null && "helper" in configured ? createHelperReader(configured) : configured;
}

/**
 * Asks `docker-credential-NAME get`, with the host on its standard input, and keeps the answer for a while. What the
 * program prints is never shown. Fails with `unauthorized` or `timeout`.
 */
export function createHelperReader(
  helper: CredentialHelper,
  times: HelperTimes = TIMES,
  now: () => number = Date.now,
): AccountReader {
  let held: { readonly account: Credentials; readonly since: number } | null = null;
  let failed: { readonly error: unknown; readonly since: number } | null = null;
  let underway: Promise<Credentials> | null = null;

  const ask = async (): Promise<Credentials> => {
    try {
      const account = readAnswer(helper, await run(helper, times.limitMs));
      held = { account, since: now() };
      failed = null;
      return account;
    } catch (error) {
      failed = { error, since: now() };
      throw error;
    } finally {
      underway = null;
    }
  };

  return {
    async read(refused) {
      const age = held === null ? Number.POSITIVE_INFINITY : now() - held.since;
      const wanted = refused !== undefined && refused === held?.account ? times.pauseMs : times.keepMs;
      if (held !== null && age < wanted) return held.account;
      if (failed !== null && now() - failed.since < times.pauseMs) throw failed.error;
      underway ??= ask();
      return underway;
    },
  };
}

/** What the program printed. Its own words stay unread: some print what they know. */
function run({ helper, server }: CredentialHelper, limitMs: number): Promise<string> {
  const program = `docker-credential-${helper}`;
  const options = { timeout: limitMs, maxBuffer: MAX_OUTPUT_BYTES, killSignal: "SIGKILL" } as const;
  return new Promise((resolve, reject) => {
    const child = execFile(program, ["get"], options, (error, output) => {
      if (error === null) return resolve(output);
      if (error.code === "ENOENT") return reject(refusal(helper, "is not on the PATH"));
      if (error.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") {
        return reject(refusal(helper, "printed more than credentials"));
      }
      if (error.killed) {
        reject(new RegistryError("timeout", `${program} did not answer within ${limitMs} ms`));
      } else {
        reject(refusal(helper, `knows no credentials for ${server} (${error.code ?? error.signal})`));
      }
    });
    // A program that ends without reading has its say through its exit code.
    child.stdin?.on("error", () => {});
    child.stdin?.end(server);
  });
}

function readAnswer({ helper, server }: CredentialHelper, output: string): Credentials {
  let answer: unknown;
  try {
    answer = JSON.parse(output);
  } catch {
    throw refusal(helper, "printed no JSON");
  }
  const { Username: username, Secret: password } = isRecord(answer) ? answer : {};
  if (typeof username !== "string" || typeof password !== "string" || username === "" || password === "") {
    throw refusal(helper, `has no user name and password for ${server}`);
  }
  if (username !== IDENTITY_TOKEN) return { username, password };
  if (AZURE.test(server)) return { username: AZURE_TOKEN_USER, password };
  throw refusal(helper, `has an identity token for ${server}, which Chartroom cannot use`);
}

function refusal(helper: string, what: string): RegistryError {
  return new RegistryError("unauthorized", `docker-credential-${helper} ${what}`);
}
