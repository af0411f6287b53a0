import { readFileSync } from "node:fs";
import path from "node:path";
import type { ChartroomConfig } from "./chartroom-config.ts";
import { ConfigError } from "./config-error.ts";
import { type Environment, parseEnvironment } from "./environment.ts";
import { parseNamedRegistries } from "./named-registries.ts";
import { parseConfig } from "./parse-config.ts";

const DEFAULT_FILE = "chartroom.yaml";

/**
 * The configuration of this process: the file `CHARTROOM_CONFIG` (`./chartroom.yaml`), or the registries of
 * `CHARTROOM_REGISTRY`, which needs no file; and the environment. Throws `ConfigError` with every problem there is.
 */
export function loadConfig(env: Environment): ChartroomConfig {
  const { settings, problems } = parseEnvironment(env);
  const parsed = loadSources(env);
  if ("sources" in parsed && problems.length === 0) return { ...settings, sources: parsed.sources };
  throw new ConfigError(["problems" in parsed ? parsed.problems : [], problems].flat());
}

function loadSources(env: Environment): ReturnType<typeof parseConfig> {
  if (env.CHARTROOM_REGISTRY) {
    if (!env.CHARTROOM_CONFIG) return parseNamedRegistries(env.CHARTROOM_REGISTRY);
    const message = "registries are named on the command line and CHARTROOM_CONFIG names a file as well";
    return { problems: [{ place: "environment", message, remedy: "use one of the two" }] };
  }
  const fileName = env.CHARTROOM_CONFIG || DEFAULT_FILE;
  const readText = (name: string) => readFileSync(path.resolve(path.dirname(fileName), name), "utf8");
  let text: string;
  try {
    text = readFileSync(fileName, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    const message = code === "ENOENT" ? "there is no such file" : `the file cannot be read (${code})`;
    const remedy = `write it (docs/configuration.md), or name a registry: npm start -- --registry https://registry.example.com`;
    return { problems: [{ place: fileName, message, remedy }] };
  }
  return parseConfig({ text, fileName, env, readText });
}
