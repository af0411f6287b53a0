import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { PushOrder } from "../../support/helm-push.ts";

/** Every archive of the folder in CHARTROOM_REAL_CHARTS, to be pushed under its source's name. */
export async function readRealArchives(): Promise<readonly PushOrder[]> {
  const folder = process.env.CHARTROOM_REAL_CHARTS;
  if (folder === undefined || folder === "") {
    throw new Error(
      "CHARTROOM_REAL_CHARTS is not set: it names a folder of <source>/<name>-<version>.tgz files",
    );
  }
  const paths = (await readdir(folder, { recursive: true })).filter((path) =>
    /^[^/]+\/[^/]+\.tgz$/.test(path),
  );
  if (paths.length === 0)
    throw new Error(`no <source>/<chart>.tgz in CHARTROOM_REAL_CHARTS=${resolve(folder)}`);
  return paths.sort().map((path) => ({ file: join(folder, path), namespace: path.split("/")[0] ?? "" }));
}
