import { formatImageReference, parseImageReference } from "./image-reference.ts";
import type { ChartImage } from "./images.ts";
import { readLiteralImages } from "./literal-images.ts";
import type { ValueKey } from "./values.ts";

/** A mapping of values.yaml: its own name and the keys directly in it. */
interface ValueGroup {
  readonly name: string;
  readonly fields: ReadonlyMap<string, ValueKey>;
}

/** Where charts let one registry be set for all images; if it has a default, Bitnami's and most others' templates prefer it. */
const GLOBAL_REGISTRIES = ["global.imageRegistry", "global.image.registry", "global.registry"];

const IMAGE_GROUP = /image$/i;
const IMAGE_KEY = /^image$|Image$|_image$/;
/** Pictures. */
const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|ico)$/i;

/**
 * The images that the defaults of values.yaml name, in each of the shapes charts use: an image in parts
 * (`{registry, repository, tag, digest}`), a whole reference (`image: redis:7`, `sidecarImage: …`), one with its tag beside it
 * (`imageTag`), and `image:` in items of lists. An empty tag is the app's version, as `helm create` has it.
 */
export function readValueImages(
  text: string,
  keys: readonly ValueKey[],
  appVersion: string | null,
): readonly ChartImage[] {
  const lines = text.split("\n");
  const texts = (key: ValueKey | undefined) => (key === undefined ? null : textOf(key, lines));
  const byPath = new Map(keys.map((key) => [key.path, key]));
  const shared = GLOBAL_REGISTRIES.map((path) => texts(byPath.get(path))).find((one) => one) ?? null;
  const images: ChartImage[] = [];

  const add = (key: ValueKey, parts: ImageParts) => {
    const image = joinImage(parts, shared);
    if (image !== null) images.push({ ...image, origin: "values", place: key.path, line: key.line });
  };

  for (const { name, fields } of groupsOf(keys)) {
    const field = (...names: readonly string[]) => {
      const found = names.find((one) => fields.has(one));
      return found === undefined ? null : texts(fields.get(found));
    };
    const tag = tagOf(field("tag", "version"), appVersion);
    const digest = digestOf(field("digest", "sha", "sha256"));
    const registry = field("registry", "imageRegistry");
    const inParts = IMAGE_GROUP.test(name) || ["tag", "digest", "pullPolicy"].some((one) => fields.has(one));
    const repository = ["repository", "repo", ...(IMAGE_GROUP.test(name) ? ["name"] : [])]
      .map((one) => fields.get(one))
      .find((key) => texts(key));
    if (inParts && repository !== undefined) {
      add(repository, { registry, repository: texts(repository) ?? "", tag, digest });
    }
    for (const [leaf, key] of fields) {
      const value = IMAGE_KEY.test(leaf) ? texts(key) : null;
      if (value === null || value === "" || PICTURE.test(value)) continue;
      // Names of one word mean many things, but where the key is just `image`.
      if (leaf !== "image" && !/[/:]/.test(value)) continue;
      const own = field(`${leaf}Tag`, `${leaf}_tag`, ...(leaf === "image" ? ["tag", "version"] : []));
      add(key, {
        registry: leaf === "image" ? registry : null,
        repository: value,
        tag: tagOf(own, appVersion),
        digest: null,
      });
    }
  }
  return [...images, ...listedImages(text, keys)];
}

interface ImageParts {
  readonly registry: string | null;
  readonly repository: string;
  readonly tag: string | null;
  readonly digest: string | null;
}

function joinImage(parts: ImageParts, shared: string | null): Pick<ChartImage, "reference" | "name"> | null {
  const written = parseImageReference(parts.repository);
  if (written === null) return null;
  const registry = (hasHost(written.name) ? "" : shared || parts.registry || "").replace(/\/+$/, "");
  const name = registry === "" ? written.name : `${registry}/${written.name}`;
  const reference = formatImageReference({
    name,
    tag: written.tag ?? parts.tag,
    digest: written.digest ?? parts.digest,
  });
  return parseImageReference(reference) === null ? null : { reference, name };
}

function hasHost(name: string): boolean {
  const [first = "", ...rest] = name.split("/");
  return rest.length > 0 && /[.:]|^localhost$/.test(first);
}

/** Null if no tag is known. */
function tagOf(text: string | null, appVersion: string | null): string | null {
  if (text === null) return null;
  const tag = text === "" || /^\{\{-? *\.Chart\.AppVersion *-?\}\}$/.test(text) ? appVersion : text;
  return tag !== null && /^\w[\w.-]{0,127}$/.test(tag) ? tag : null;
}

function digestOf(text: string | null): string | null {
  if (text === null || !/^(?:sha256:)?[0-9a-f]{64}$/.test(text)) return null;
  return text.includes(":") ? text : `sha256:${text}`;
}

/** `image:` lines of what stands in lists or in texts, under the key around them. */
function listedImages(text: string, keys: readonly ValueKey[]): readonly ChartImage[] {
  const known = new Set(keys.map(({ line }) => line));
  return readLiteralImages(text)
    .filter(({ line }) => !known.has(line))
    .map((image) => ({
      reference: formatImageReference(image),
      name: image.name,
      origin: "values",
      place: keys.findLast((key) => key.line <= image.line)?.path ?? "",
      line: image.line,
    }));
}

function groupsOf(keys: readonly ValueKey[]): readonly ValueGroup[] {
  const groups = new Map<string, { name: string; fields: Map<string, ValueKey> }>();
  for (const key of keys) {
    const names = key.path.split(/(?<!\\)\./);
    const leaf = names.pop() ?? "";
    const parent = key.path.slice(0, Math.max(0, key.path.length - leaf.length - 1));
    const group = groups.get(parent) ?? { name: names.at(-1) ?? "", fields: new Map() };
    group.fields.set(leaf, key);
    groups.set(parent, group);
  }
  return [...groups.values()];
}

/** The default of a string or number; null for any other and for one too long to be of interest. */
function textOf({ type, default: value, line }: ValueKey, lines: readonly string[]): string | null {
  if (type === "number") return value;
  if (type === "null") return "";
  if (type !== "string" || value === null) return null;
  if (value.startsWith('"') && value.endsWith('"')) return parseJsonText(value);
  // helm-docs lets the author put words in the default's place; then the line says it.
  const written = /:\s*["']?([^"'\s]*)["']?\s*(?:#.*)?$/.exec((lines[line - 1] ?? "").slice(0, 500));
  return written?.[1] ?? null;
}

function parseJsonText(json: string): string | null {
  try {
    const text: unknown = JSON.parse(json);
    return typeof text === "string" ? text.trim() : null;
  } catch {
    return null;
  }
}
