import type { SourceConfig } from "./chartroom-config.ts";
import type { ConfigProblem } from "./config-error.ts";
import { createFileSchema } from "./file-schema.ts";
import { toSourceConfig } from "./parse-config.ts";
import { parseRegistryUrl } from "./registry-url.ts";

const MAX_HOST_LENGTH = 36;

/**
 * The registries that were named on the command line, separated by commas. To type `http://` there is to mean it.
 * Each source is called after its host.
 */
export function parseNamedRegistries(
  text: string,
): { readonly sources: readonly SourceConfig[] } | { readonly problems: readonly ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const nameByOrigin = new Map<string, string>();
  for (const [index, address] of text.split(",").entries()) {
    const parsed = parseRegistryUrl(address.trim());
    if (!("url" in parsed)) {
      const message = `CHARTROOM_REGISTRY (--registry), entry ${index + 1}: ${parsed.message}`;
      problems.push({ place: "environment", message, remedy: parsed.remedy });
    } else if (!nameByOrigin.has(parsed.url.origin)) {
      nameByOrigin.set(parsed.url.origin, freeName(parsed.url.host, new Set(nameByOrigin.values())));
    }
  }
  if (problems.length > 0) return { problems };
  const sources = [...nameByOrigin].map(([registry, name]) => ({ name, registry }));
  return {
    sources: createFileSchema(() => "")
      .parse({ sources })
      .sources.map((source) => toSourceConfig(source, ".")),
  };
}

function freeName(host: string, taken: ReadonlySet<string>): string {
  const slug = host
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_HOST_LENGTH)
    .replace(/^-|-$/g, "");
  for (let number = 1; ; number++) {
    const name = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(name)) return name;
  }
}
