import { isGlobalPath, parentPath, readKeyNames } from "../values/key-path.ts";
import type { ValueKey } from "../values/values.ts";
import type { TemplateChart } from "./chart-texts.ts";

/** What is known of a key: of the chart's own values.yaml, of its schema, or of a subchart's under its name. */
export interface ResolvedKey extends Pick<ValueKey, "path" | "type" | "default" | "description"> {
  /** What stands before the keys of the subchart whose own values have it (`redis`); null for the chart's own. */
  readonly subchart: string | null;
}

/** What a use of values comes down to. */
export interface ResolvedUse {
  /**
   * `known`: the key is there. `below`: a key above it is, and leaves open what is in it (`{}`, null). `commented`: only a
   * comment has it. `unknown`: the values say nothing of it. `unclaimed`: nobody can tell, as for templates of a library.
   */
  readonly status: "known" | "below" | "commented" | "unknown" | "unclaimed";
  /** The key, or the nearest above it, as the values of the whole name it; null if there is none. */
  readonly key: ResolvedKey | null;
}

const SUBCHART = { type: "object", default: null, description: "", subchart: null } as const;

/** Finds what is known of the keys that templates use. */
export class KeyLookup {
  readonly #keys = new Map<string, ResolvedKey>();
  /** Where the keys of subcharts stand whose own values were read: `redis`. */
  readonly #subcharts = new Set<string>();
  readonly #commented: ReadonlySet<string>;
  readonly #complete: boolean;

  /** `complete`: whether a key that is missing is missing in the files, too. `commented`: names of keys in comments. */
  constructor(keys: readonly ResolvedKey[], complete: boolean, commented: ReadonlySet<string> = new Set()) {
    for (const key of keys) {
      this.#keys.set(key.path, key);
      if (key.subchart !== null) this.#subcharts.add(key.subchart);
    }
    this.#commented = commented;
    this.#complete = complete;
  }

  /** Keys that are kept. */
  get size(): number {
    return this.#keys.size;
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
    // `global` is there for every chart, whether anything is in it or not.
    const claimed =
      this.#complete && path !== "" && path !== "global" && !chart.library && this.#knowsChart(chart);
    if (!claimed) return { status: "unclaimed", key: best?.key ?? null };
    const commented = this.#commented.has(readKeyNames(path).at(-1) ?? "");
    return { status: commented ? "commented" : "unknown", key: best?.key ?? null };
  }

  #nearest(path: string): ResolvedUse | null {
    const exact = this.#keys.get(path);
    if (exact !== undefined) return { status: "known", key: exact };
    // All values of a subchart, of which those around it need say nothing.
    if (this.#subcharts.has(path)) return { status: "known", key: { ...SUBCHART, path } };
    for (let above = parentPath(path); above !== null; above = parentPath(above)) {
      const key = this.#keys.get(above);
      if (key !== undefined) return { status: isOpen(key) ? "below" : "unknown", key };
    }
    return null;
  }

  /** What a chart sets of a subchart says nothing of what else that has. */
  #knowsChart({ prefixes }: TemplateChart): boolean {
    return prefixes.some((prefix) => prefix === "" || this.#subcharts.has(prefix.slice(0, -1)));
  }
}

/** A key as the values of the whole name it; more than one where a chart is installed under several names. */
export function wholePaths({ prefixes, library }: TemplateChart, path: string): readonly string[] {
  const found = prefixes.map((prefix) => (path === "" ? prefix.slice(0, -1) : prefix + path));
  return [...new Set([...(isGlobalPath(path) ? [path] : []), ...found, ...(library ? [path] : [])])];
}

/** Names of keys that a values file has in its comments, as an example or until somebody wants them: `# existingClaim: a`. */
export function commentedNames(text: string): ReadonlySet<string> {
  const names = [...text.matchAll(/^[ \t]{0,100}#[ \t#]{0,100}(?:- )?["']?([\w./-]{1,100})["']?:(?:\s|$)/gm)];
  return new Set(names.map(([, name = ""]) => name));
}

/** Whether its default leaves open what is in it. */
function isOpen({ type, default: value }: ResolvedKey): boolean {
  return type !== "object" || value !== null;
}
