import type { ChartContent, ChartText } from "./chart-content.ts";
import type { HubAnnotations } from "./hub-annotations.ts";
import { formatImageReference, parseImageReference } from "./image-reference.ts";
import { readLiteralImages } from "./literal-images.ts";
import { readValueImages } from "./value-images.ts";
import type { ValueKey } from "./values.ts";
import { isMap, itemsOf, lineOf } from "./yaml-fields.ts";
import { parseYamlText } from "./yaml-text.ts";

/** A container image a chart uses by default, and where it says so. */
export interface ChartImage {
  /** As written, its parts joined: `docker.io/bitnami/redis:7.2`. */
  readonly reference: string;
  /** Without tag and digest. */
  readonly name: string;
  readonly origin: "values" | "templates" | "annotation";
  /** The path of a key in values.yaml, of a template, or the annotation's name. */
  readonly place: string;
  /** From 1; null for an annotation. */
  readonly line: number | null;
}

const MAX_IMAGES = 500;
const HUB_IMAGES = "artifacthub.io/images";
/** Bitnami's own annotation, of the same form. */
const BITNAMI_IMAGES = "images";

/** The images of values, templates and annotations, in this order; each once a place. */
export function chartImagesOf(
  { metadata, values }: Pick<ChartContent, "metadata" | "values">,
  templates: readonly ChartText[],
  keys: readonly ValueKey[],
  hub: HubAnnotations,
): readonly ChartImage[] {
  const images = new Map<string, ChartImage>();
  const add = (image: ChartImage) => {
    const key = `${image.place} ${image.reference}`;
    if (!images.has(key) && images.size < MAX_IMAGES) images.set(key, image);
  };
  for (const image of readValueImages(values?.text ?? "", keys, metadata.appVersion)) add(image);
  for (const { path, text } of templates) {
    for (const image of readLiteralImages(text)) {
      const reference = formatImageReference(image);
      add({ reference, name: image.name, origin: "templates", place: path, line: image.line });
    }
  }
  for (const { image } of hub.images) addAnnotated(image, HUB_IMAGES, add);
  for (const image of bitnamiImages(metadata.annotations)) addAnnotated(image, BITNAMI_IMAGES, add);
  return [...images.values()];
}

function addAnnotated(text: string, place: string, add: (image: ChartImage) => void): void {
  const image = parseImageReference(text);
  if (image === null) return;
  add({ reference: text, name: image.name, origin: "annotation", place, line: null });
}

function bitnamiImages(annotations: Readonly<Record<string, string>>): readonly string[] {
  const text = annotations[BITNAMI_IMAGES];
  if (text === undefined) return [];
  try {
    return itemsOf(parseYamlText(text)).flatMap((item) => (isMap(item) ? (lineOf(item.image) ?? []) : []));
  } catch {
    return [];
  }
}
