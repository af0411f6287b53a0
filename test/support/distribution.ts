import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { hash } from "bcryptjs";
import type { TokenService } from "./token-service.ts";

const BINARY = "/usr/bin/docker-registry";
const READY_MS = 20_000;

export interface DistributionOptions {
  /** Wants this of everyone, over htpasswd. */
  readonly auth?: { readonly username: string; readonly password: string } | undefined;
  /** Wants a token of this service of everyone. */
  readonly tokens?: Pick<TokenService, "realm" | "service" | "issuer" | "certificate">;
  /** Where it tells of what is pushed, and with which `Authorization`. */
  readonly notifications?: { readonly url: string; readonly authorization: string };
  /** Where it stores what it is given; a temporary folder, removed at the end, by default. */
  readonly folder?: string;
}

/** A running Docker Distribution. */
export interface Distribution {
  readonly url: URL;
  /** Host and port. */
  readonly host: string;
  stop(): Promise<void>;
}

/** Starts the real registry on a free port of 127.0.0.1. Throws with the way to get it when it is not installed. */
export async function startDistribution(options: DistributionOptions = {}): Promise<Distribution> {
  if (!existsSync(BINARY)) {
    throw new Error(`${BINARY} is missing: install it with \`apt-get install docker-registry\`.`);
  }
  const own = await mkdtemp(join(tmpdir(), "distribution-"));
  const port = await freePort();
  const config = join(own, "config.json");
  const settings = {
    version: "0.1",
    log: { level: "error", accesslog: { disabled: true } },
    storage: {
      filesystem: { rootdirectory: options.folder ?? join(own, "storage") },
      delete: { enabled: true },
    },
    http: { addr: `127.0.0.1:${port}` },
    ...(options.notifications === undefined ? {} : notificationsTo(options.notifications)),
    ...(options.auth === undefined ? {} : { auth: await htpasswdAuth(own, options.auth) }),
    ...(options.tokens === undefined ? {} : { auth: await tokenAuth(own, options.tokens) }),
  };
  // Distribution reads YAML, and JSON is YAML.
  await writeFile(config, JSON.stringify(settings));
  const child = spawn(BINARY, ["serve", config], { stdio: ["ignore", "ignore", "pipe"] });
  const url = new URL(`http://127.0.0.1:${port}`);

  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const exit = once(child, "exit");
      child.kill("SIGKILL");
      await exit;
    }
    await rm(own, { recursive: true, force: true });
  };
  try {
    await untilReady(child, url);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, host: url.host, stop };
}

function notificationsTo({ url, authorization }: NonNullable<DistributionOptions["notifications"]>) {
  const endpoint = { timeout: "5s", threshold: 3, backoff: "1s" };
  return {
    notifications: {
      endpoints: [{ name: "test", url, headers: { Authorization: [authorization] }, ...endpoint }],
    },
  };
}

async function untilReady(child: ChildProcess, url: URL): Promise<void> {
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000);
  });
  for (const end = Date.now() + READY_MS; Date.now() < end; await sleep(50)) {
    if (child.exitCode !== null) throw new Error(`docker-registry ended with ${child.exitCode}: ${said}`);
    // Any answer will do: with htpasswd it is a 401.
    const answers = await fetch(new URL("/v2/", url)).then(
      (response) => response.body?.cancel().then(() => true),
      () => false,
    );
    if (answers) return;
  }
  throw new Error(`docker-registry did not answer within ${READY_MS} ms: ${said}`);
}

async function htpasswdAuth(folder: string, user: { username: string; password: string }) {
  const path = join(folder, "htpasswd");
  // Bcrypt is all Distribution reads; four rounds do for a test.
  await writeFile(path, `${user.username}:${await hash(user.password, 4)}\n`);
  return { htpasswd: { realm: "distribution", path } };
}

async function tokenAuth(folder: string, tokens: NonNullable<DistributionOptions["tokens"]>) {
  const rootcertbundle = join(folder, "tokens.pem");
  await writeFile(rootcertbundle, tokens.certificate);
  return {
    token: { realm: tokens.realm.href, service: tokens.service, issuer: tokens.issuer, rootcertbundle },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}
