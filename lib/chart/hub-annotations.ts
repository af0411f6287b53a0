import { oneLine } from "./one-line.ts";
import type { YamlMap } from "./yaml-fields.ts";
import { isMap, itemsOf, lineOf, linesOf, webAddressOf } from "./yaml-fields.ts";
import { parseYamlText, YamlError } from "./yaml-text.ts";

/** A name with an http(s) address. */
export interface HubLink {
  readonly name: string;
  readonly url: string;
}

/** One entry of the changelog. */
export interface HubChange {
  /** Null for a plain line. */
  readonly kind: (typeof CHANGE_KINDS)[number] | null;
  readonly description: string;
  readonly links: readonly HubLink[];
}

/** A kind the chart adds, as its author describes it; `name` is `<plural>.<group>`. */
export interface HubCrd {
  readonly kind: string;
  readonly version: string;
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
}

/** An image the author lists. */
export interface HubImage {
  readonly name: string | null;
  readonly image: string;
  readonly platforms: readonly string[];
  readonly whitelisted: boolean;
}

/** An annotation, or an item of it, that does not say what its definition asks for; it was left out. */
export interface InvalidAnnotation {
  readonly annotation: string;
  /** One sentence. */
  readonly reason: string;
}

/** The sixteen annotations of Artifact Hub; null or empty where absent, invalid items left out and named in `invalid`. */
export interface HubAnnotations {
  readonly alternativeName: string | null;
  readonly category: (typeof CATEGORIES)[number] | null;
  readonly changes: readonly HubChange[];
  readonly containsSecurityUpdates: boolean | null;
  readonly crds: readonly HubCrd[];
  /** Custom resources as YAML, one each, in the author's order. */
  readonly crdsExamples: readonly HubExample[];
  readonly images: readonly HubImage[];
  /** As written: an SPDX id, by its definition. */
  readonly license: string | null;
  readonly links: readonly HubLink[];
  readonly maintainers: readonly HubMaintainer[];
  readonly operator: boolean | null;
  readonly operatorCapabilities: (typeof CAPABILITIES)[number] | null;
  readonly prerelease: boolean | null;
  /** Addresses of packages on Artifact Hub. */
  readonly recommendations: readonly string[];
  readonly screenshots: readonly HubScreenshot[];
  readonly signKey: HubSignKey | null;
  readonly invalid: readonly InvalidAnnotation[];
}

/** An example of a custom resource, every scalar in it as text. */
export interface HubExample {
  readonly kind: string;
  readonly resource: YamlMap;
}

/** Who looks after the chart, by the annotation. */
export interface HubMaintainer {
  readonly name: string;
  readonly email: string;
}

/** A picture of the product. */
export interface HubScreenshot {
  readonly title: string;
  readonly url: string;
}

/** The key the chart is signed with. */
export interface HubSignKey {
  readonly fingerprint: string | null;
  readonly url: string;
}

const CATEGORIES = [
  "ai-machine-learning",
  "database",
  "integration-delivery",
  "monitoring-logging",
  "networking",
  "security",
  "storage",
  "streaming-messaging",
  "skip-prediction",
] as const;
const CHANGE_KINDS = ["added", "changed", "deprecated", "removed", "fixed", "security"] as const;
const CAPABILITIES = [
  "basic install",
  "seamless upgrades",
  "full lifecycle",
  "deep insights",
  "auto pilot",
] as const;

const PREFIX = "artifacthub.io/";
const MAX_DESCRIPTION = 2_000;

/** What an item of a list must be; null if it is not. */
type ReadItem<T> = (item: unknown) => T | null;

/** Reads the annotations of Artifact Hub from those of a chart. Never throws; what is wrong costs only itself. */
export function readHubAnnotations(annotations: Readonly<Record<string, string>>): HubAnnotations {
  const invalid: InvalidAnnotation[] = [];
  const textOf = (name: string): string | null => annotations[PREFIX + name] ?? null;
  const refuse = (name: string, reason: string) => {
    invalid.push({ annotation: PREFIX + name, reason });
    return null;
  };

  const line = (name: string) => lineOf(textOf(name));

  const flag = (name: string): boolean | null => {
    const text = line(name);
    if (text === null) return null;
    // As Go's strconv.ParseBool, which Artifact Hub uses.
    if (/^(?:1|t|true)$/i.test(text)) return true;
    return /^(?:0|f|false)$/i.test(text) ? false : refuse(name, "is neither true nor false");
  };

  const oneOf = <T extends string>(name: string, allowed: readonly T[]): T | null => {
    const text = line(name)?.toLowerCase();
    if (text === undefined) return null;
    return allowed.find((one) => one === text) ?? refuse(name, `is none of ${allowed.join(", ")}`);
  };

  const yaml = (name: string): unknown => {
    const text = textOf(name);
    if (text === null || text.trim() === "") return null;
    try {
      return parseYamlText(text);
    } catch (error) {
      return refuse(name, `is not YAML: ${error instanceof YamlError ? error.message : String(error)}`);
    }
  };

  const list = <T>(name: string, shape: string, read: ReadItem<T>): readonly T[] => {
    const value = yaml(name);
    if (value === null) return [];
    if (!Array.isArray(value)) {
      refuse(name, "is not a list");
      return [];
    }
    const items = itemsOf(value).map(read);
    const wrong = items.indexOf(null);
    if (wrong !== -1) refuse(name, `has an item (number ${wrong + 1}) that is not ${shape}`);
    return items.filter((item) => item !== null);
  };

  const signKey = (): HubSignKey | null => {
    const value = yaml("signKey");
    if (value === null) return null;
    const url = isMap(value) ? webAddressOf(value.url) : null;
    if (!isMap(value) || url === null) return refuse("signKey", "has no url");
    return { fingerprint: lineOf(value.fingerprint), url };
  };

  return {
    alternativeName: line("alternativeName"),
    category: oneOf("category", CATEGORIES),
    changes: list("changes", "a line or a map with kind and description", changeOf),
    containsSecurityUpdates: flag("containsSecurityUpdates"),
    crds: list("crds", "a map with kind, version and name", crdOf),
    crdsExamples: list("crdsExamples", "a custom resource", exampleOf),
    images: list("images", "a map with an image", imageOf),
    license: line("license"),
    links: list("links", "a map with name and url", linkOf),
    maintainers: list("maintainers", "a map with name and email", maintainerOf),
    operator: flag("operator"),
    operatorCapabilities: oneOf("operatorCapabilities", CAPABILITIES),
    prerelease: flag("prerelease"),
    recommendations: list("recommendations", "a map with a url", (item) =>
      isMap(item) ? webAddressOf(item.url) : null,
    ),
    screenshots: list("screenshots", "a map with title and url", screenshotOf),
    signKey: signKey(),
    invalid,
  };
}

function changeOf(item: unknown): HubChange | null {
  if (typeof item === "string") {
    const description = oneLine(item, MAX_DESCRIPTION);
    return description === "" ? null : { kind: null, description, links: [] };
  }
  if (!isMap(item)) return null;
  const description = lineOf(item.description, MAX_DESCRIPTION);
  const written = lineOf(item.kind)?.toLowerCase() ?? null;
  const kind = CHANGE_KINDS.find((known) => known === written) ?? null;
  if (description === null || (written !== null && kind === null)) return null;
  return { kind, description, links: itemsOf(item.links).flatMap((link) => linkOf(link) ?? []) };
}

function crdOf(item: unknown): HubCrd | null {
  if (!isMap(item)) return null;
  const [kind, version, name] = [lineOf(item.kind), lineOf(item.version), lineOf(item.name)];
  if (kind === null || version === null || name === null) return null;
  const displayName = lineOf(item.displayName) ?? kind;
  return { kind, version, name, displayName, description: lineOf(item.description, MAX_DESCRIPTION) ?? "" };
}

function exampleOf(item: unknown): HubExample | null {
  const kind = isMap(item) ? lineOf(item.kind) : null;
  return isMap(item) && kind !== null ? { kind, resource: item } : null;
}

function imageOf(item: unknown): HubImage | null {
  const image = isMap(item) ? lineOf(item.image) : null;
  if (!isMap(item) || image === null) return null;
  const whitelisted = lineOf(item.whitelisted) === "true";
  return { name: lineOf(item.name), image, platforms: linesOf(item.platforms), whitelisted };
}

function linkOf(item: unknown): HubLink | null {
  if (!isMap(item)) return null;
  const [name, url] = [lineOf(item.name), webAddressOf(item.url)];
  return name === null || url === null ? null : { name, url };
}

function maintainerOf(item: unknown): HubMaintainer | null {
  if (!isMap(item)) return null;
  const [name, email] = [lineOf(item.name), lineOf(item.email)];
  return name === null || email === null ? null : { name, email };
}

function screenshotOf(item: unknown): HubScreenshot | null {
  if (!isMap(item)) return null;
  const [title, url] = [lineOf(item.title), webAddressOf(item.url)];
  return title === null || url === null ? null : { title, url };
}
