import type { ChartText } from "../chart-content.ts";
import { splitKeyPath } from "../values/key-path.ts";
import type { ValueScope } from "../values/value-scope.ts";
import type { ValueTexts } from "../values/value-texts.ts";
import type { ValueKey } from "../values/values.ts";
import type { ChartImage } from "./chart-images.ts";
import { formatImageReference, isImageTag, parseImageReference } from "./image-reference.ts";
import { readLiteralImages } from "./literal-images.ts";
import { readSharedRegistries, type SharedRegistries } from "./shared-registries.ts";

/** A mapping of values.yaml: its own name and the keys directly in it. */
interface ValueGroup {
  readonly name: string;
  readonly fields: ReadonlyMap<string, ValueKey>;
}

/** What stands beside an image's name. */
interface ImageParts {
  readonly registry: string | null;
  readonly tag: string | null;
  readonly digest: string | null;
}

/** An object that is an image, and what it may call the image's name. */
const IMAGE_GROUP = /image$/i;
const NAMES = ["repository", "repo"];
const NAMES_IN_IMAGE = [...NAMES, "name"];
/** Any of these beside a repository makes it an image's, and not one of Git or Helm. */
const IMAGE_FIELDS = ["tag", "digest", "pullPolicy"];

const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|ico)$/i;

/**
 * The images that the default values of a chart name, in each of the shapes charts use: an image in parts
 * (`{registry, repository, tag, digest}`), a whole reference (`image: redis:7`, `sidecarImage: …`), one with its tag beside it
 * (`imageTag`). An empty tag is the app's version, as `helm create` has it.
 */
export function readValueImages(
  { keys, textOf, fileOf }: ValueScope,
  appVersion: string | null,
): readonly ChartImage[] {
  const shared = readSharedRegistries(textOf);
  const images: ChartImage[] = [];
  for (const { name, fields } of groupsOf(keys)) {
    const field = (...names: readonly string[]) =>
      textOf(names.map((one) => fields.get(one)).find((one) => one));
    for (const { key, tag } of [...namesInParts(name, fields, textOf), ...wholeReferences(fields, textOf)]) {
      const parts = {
        registry: field("registry", "imageRegistry"),
        tag: tagOf(field(...tag), appVersion),
        digest: digestOf(field("digest", "sha", "sha256")),
      };
      const image = joinImage(textOf(key) ?? "", parts, shared);
      if (image === null) continue;
      images.push({ ...image, origin: "values", place: key.path, file: fileOf(key), line: key.line });
    }
  }
  return images;
}

/** The images that a values.yaml of these keys names by `image:` in items of lists and in texts. */
export function readListedImages(values: ChartText, keys: readonly ValueKey[]): readonly ChartImage[] {
  const known = new Set(keys.map(({ line }) => line));
  return readLiteralImages(values.text)
    .filter(({ line }) => !known.has(line))
    .map((image) => ({
      reference: formatImageReference(image),
      name: image.name,
      origin: "values",
      place: keys.findLast((key) => key.line <= image.line)?.path ?? "",
      file: values.path,
      line: image.line,
    }));
}

/** A key that holds an image's name, and the keys beside it that may hold its tag. */
interface NameKey {
  readonly key: ValueKey;
  readonly tag: readonly string[];
}

function namesInParts(name: string, fields: ValueGroup["fields"], textOf: ValueTexts): readonly NameKey[] {
  const isImage = IMAGE_GROUP.test(name);
  if (!isImage && !IMAGE_FIELDS.some((one) => fields.has(one))) return [];
  const key = (isImage ? NAMES_IN_IMAGE : NAMES).map((one) => fields.get(one)).find((one) => textOf(one));
  if (key !== undefined) return [{ key, tag: ["tag", "version"] }];
  const whole = isImage ? fields.get("version") : undefined;
  return whole !== undefined && textOf(whole)?.includes("/") ? [{ key: whole, tag: [] }] : [];
}

function wholeReferences(fields: ValueGroup["fields"], textOf: ValueTexts): readonly NameKey[] {
  return [...fields].flatMap(([leaf, key]) => {
    const value = textOf(key);
    if (!value || PICTURE.test(value)) return [];
    const own = [`${leaf}Tag`, `${leaf}_tag`];
    if (/^image$/i.test(leaf)) return [{ key, tag: [...own, "tag", "version"] }];
    // A word alone means many things: `pullImage: always`.
    const named = /(?:Image|_image)$/.test(leaf) && /[/:]/.test(value);
    return named || (value.includes("/") && own.some((one) => fields.has(one))) ? [{ key, tag: own }] : [];
  });
}

function joinImage(
  text: string,
  parts: ImageParts,
  shared: SharedRegistries,
): Pick<ChartImage, "reference" | "name"> | null {
  const written = parseImageReference(text);
  if (written === null) return null;
  const whole = written.tag !== null || /\//.test(written.name);
  const registry = shared.override || parts.registry || (whole ? null : shared.fallback) || "";
  const prefix = hasHost(written.name) ? "" : registry.replace(/\/*$/, "/").replace(/^\/$/, "");
  const name = prefix + written.name;
  const tag = written.tag ?? parts.tag;
  const reference = formatImageReference({ name, tag, digest: written.digest ?? parts.digest });
  return parseImageReference(reference) === null ? null : { reference, name };
}

function hasHost(name: string): boolean {
  const [first = "", ...rest] = name.split("/");
  return rest.length > 0 && /[.:]|^localhost$/.test(first);
}

/** Null if no tag is known. */
function tagOf(text: string | null, appVersion: string | null): string | null {
  const tag = text === "" || text?.includes(".Chart.AppVersion") ? appVersion : text;
  return tag !== null && isImageTag(tag) ? tag : null;
}

function digestOf(text: string | null): string | null {
  if (text === null || !/^(?:sha256:)?[0-9a-f]{64}$/.test(text)) return null;
  return text.includes(":") ? text : `sha256:${text}`;
}

function groupsOf(keys: readonly ValueKey[]): readonly ValueGroup[] {
  const groups = new Map<string, { name: string; fields: Map<string, ValueKey> }>();
  for (const key of keys) {
    const names = [...splitKeyPath(key.path)];
    const leaf = names.pop() ?? "";
    const parent = key.path.slice(0, Math.max(0, key.path.length - leaf.length - 1));
    const group = groups.get(parent) ?? { name: names.at(-1) ?? "", fields: new Map() };
    group.fields.set(leaf, key);
    groups.set(parent, group);
  }
  return [...groups.values()];
}
