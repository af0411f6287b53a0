import type { ChartText } from "../chart-content.ts";
import type { HubAnnotations } from "../hub-annotations.ts";
import type { InstalledChart } from "../installed-charts.ts";
import { isMap, itemsOf, lineOf } from "../yaml-fields.ts";
import { parseYamlText } from "../yaml-text.ts";
import { formatImageReference, parseImageReference } from "./image-reference.ts";
import { readLiteralImages } from "./literal-images.ts";
import { readListedImages, readValueImages } from "./value-images.ts";

/** A container image a chart uses by default, and where it says so. */
export interface ChartImage {
  /** As written, its parts joined: `docker.io/bitnami/redis:7.2`. */
  readonly reference: string;
  /** Without tag and digest. */
  readonly name: string;
  readonly origin: "values" | "templates" | "annotation";
  /** The path of a value as one sets it, `redis.image.repository` for a subchart; of a template; or the annotation's name. */
  readonly place: string;
  /** The file, and the line from 1; null for an annotation. */
  readonly file: string | null;
  readonly line: number | null;
}

const MAX_IMAGES = 500;
const HUB_IMAGES = "artifacthub.io/images";
/** Bitnami's own annotation, of the same form. */
const BITNAMI_IMAGES = "images";

/**
 * The images of a chart with its subcharts, of which the chart itself is the first: those of its values, of templates, of
 * its annotations, then of subcharts' values as the charts around them set them; each once a place.
 */
export function chartImagesOf(
  [chart, ...subcharts]: readonly InstalledChart[],
  templates: readonly ChartText[],
  hub: HubAnnotations,
): readonly ChartImage[] {
  const images = new Map<string, ChartImage>();
  const add = (image: ChartImage) => {
    const key = `${image.place} ${image.reference}`;
    if (!images.has(key) && images.size < MAX_IMAGES) images.set(key, image);
  };
  if (chart !== undefined) addValued(chart, add);
  for (const { path, text } of templates) {
    for (const { line, ...image } of readLiteralImages(text)) {
      const reference = formatImageReference(image);
      add({ reference, name: image.name, origin: "templates", place: path, file: path, line });
    }
  }
  for (const { image } of hub.images) addAnnotated(image, HUB_IMAGES, add);
  for (const image of bitnamiImages(chart?.metadata.annotations ?? {}))
    addAnnotated(image, BITNAMI_IMAGES, add);
  for (const subchart of subcharts) addValued(subchart, add);
  return [...images.values()];
}

function addValued(
  { prefix, metadata, values, ownKeys, scope }: InstalledChart,
  add: (image: ChartImage) => void,
): void {
  const listed = values === null ? [] : readListedImages(values, ownKeys);
  for (const image of [...readValueImages(scope, metadata.appVersion), ...listed])
    add({ ...image, place: prefix + image.place });
}

function addAnnotated(text: string, place: string, add: (image: ChartImage) => void): void {
  const image = parseImageReference(text);
  if (image === null) return;
  add({ reference: text, name: image.name, origin: "annotation", place, file: null, line: null });
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
