import type { ValueKey } from "../values/values.ts";
import type { TemplateChart } from "./chart-texts.ts";

/** What is known of a key: of the chart's own values.yaml, of its schema, or of a subchart's under its name. */
export type KnownKey = Pick<ValueKey, "path" | "type" | "default" | "description">;

/** What a use of values comes down to. */
export interface ResolvedUse {
  /**
   * `known`: the key is there. `below`: a key above it is, and leaves open what is in it (`{}`, null). `unknown`: the values
   * say nothing of it. `unclaimed`: nobody can tell, as for templates of a library.
   */
  readonly status: "known" | "below" | "unknown" | "unclaimed";
  /** The key, or the nearest above it, as the values of the whole name it; null if there is none. */
  readonly key: KnownKey | null;
}

/** Finds what is known of the keys that templates use. */
export class KeyLookup {
  readonly #keys = new Map<string, KnownKey>();
  readonly #complete: boolean;

  /** `complete`: whether a key that is missing is missing in the files, too. */
  constructor(keys: readonly KnownKey[], complete: boolean) {
    for (const key of keys) this.#keys.set(key.path, key);
    this.#complete = complete;
  }

  /** `path` as it is seen from the chart. */
  resolve(chart: TemplateChart, path: string): ResolvedUse {
    let best: ResolvedUse | null = null;
    for (const whole of wholePaths(chart, path)) {
      const found = this.#nearest(whole);
      if (found?.status === "known") return found;
      if (best?.key == null) best = found ?? best;
    }
    const status = best?.status ?? "unknown";
    if (status !== "unknown") return best ?? { status, key: null };
    const claimed = this.#complete && path !== "" && !chart.library && this.#knowsChart(chart);
    return { status: claimed ? "unknown" : "unclaimed", key: best?.key ?? null };
  }

  #nearest(path: string): ResolvedUse | null {
    const exact = this.#keys.get(path);
    if (exact !== undefined) return { status: "known", key: exact };
    for (let above = parentPath(path); above !== null; above = parentPath(above)) {
      const key = this.#keys.get(above);
      if (key !== undefined) return { status: isOpen(key) ? "below" : "unknown", key };
    }
    return null;
  }

  /** A subchart none of whose keys is known may have values that were not read. */
  #knowsChart({ prefixes }: TemplateChart): boolean {
    return prefixes.some((prefix) => prefix === "" || this.#keys.has(prefix.slice(0, -1)));
  }
}

/** A key as the values of the whole name it; more than one where a chart is installed under several names. */
export function wholePaths({ prefixes, library }: TemplateChart, path: string): readonly string[] {
  const global = path === "global" || path.startsWith("global.");
  const found = prefixes.map((prefix) => (path === "" ? prefix.slice(0, -1) : prefix + path));
  return [...new Set([...(global ? [path] : []), ...found, ...(library ? [path] : [])])];
}

/** Whether its default leaves open what is in it. */
function isOpen({ type, default: value }: KnownKey): boolean {
  return type !== "object" || value !== null;
}

/** The key around a key; null at the top. */
export function parentPath(path: string): string | null {
  const end = path.search(/(?<!\\)\.[^.\\]*(?:\\.[^.\\]*)*$/);
  return end <= 0 ? null : path.slice(0, end);
}
