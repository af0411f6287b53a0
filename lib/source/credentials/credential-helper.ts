import { execFile } from "node:child_process";
import type { CredentialHelper } from "../../config/chartroom-config.ts";
import { isRecord } from "../../oci/body.ts";
import { RegistryError } from "../../oci/errors.ts";
import type { Login } from "../../oci/login.ts";

const LIMIT_MS = 30_000;
const MAX_OUTPUT_BYTES = 64 * 1024;
/** In place of a name: the secret is an identity token. */
const IDENTITY_TOKEN = "<token>";

/**
 * Asks `docker-credential-NAME get`, with the host on its standard input. What the program prints is never shown. Fails
 * with `unauthorized` or `timeout`.
 */
export async function askHelper(helper: CredentialHelper, limitMs: number = LIMIT_MS): Promise<Login> {
  return readAnswer(helper, await run(helper, limitMs));
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

function readAnswer({ helper, server }: CredentialHelper, output: string): Login {
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
  return username === IDENTITY_TOKEN ? { identityToken: password } : { username, password };
}

function refusal(helper: string, what: string): RegistryError {
  return new RegistryError("unauthorized", `docker-credential-${helper} ${what}`);
}
