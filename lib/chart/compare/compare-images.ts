import type { ChartImage } from "../images/chart-images.ts";
import { parseImageReference } from "../images/image-reference.ts";

/** An image of one name. */
export interface ImageUse {
  readonly name: string;
  /** Tags and digests it is used with, each as written behind the name; empty text for none. */
  readonly tags: readonly string[];
  /** Where it is said: keys, templates, annotations. */
  readonly places: readonly string[];
}

/** An image used with other tags, or under another name: `docker.io/bitnami/redis` that became `ghcr.io/bitnami/redis`. */
export interface ImageChange {
  readonly from: ImageUse;
  readonly to: ImageUse;
}

/** How the images two charts use by default differ. */
export interface ImagesDifference {
  readonly added: readonly ImageUse[];
  readonly removed: readonly ImageUse[];
  readonly changed: readonly ImageChange[];
}

/** Compares images by name; where the last part of a name is there once on either side, as another place of the same. */
export function compareImages(from: readonly ChartImage[], to: readonly ChartImage[]): ImagesDifference {
  const [old, fresh] = [usesByName(from), usesByName(to)];
  const changed: ImageChange[] = [];
  for (const [name, use] of old) {
    const now = fresh.get(name);
    if (now !== undefined && use.tags.join(" ") !== now.tags.join(" ")) changed.push({ from: use, to: now });
  }
  const removed = [...old.values()].filter(({ name }) => !fresh.has(name));
  const added = [...fresh.values()].filter(({ name }) => !old.has(name));
  const moved = findMovedImages(removed, added);
  const isMoved = (use: ImageUse) => moved.some((change) => change.from === use || change.to === use);
  return {
    added: added.filter((use) => !isMoved(use)),
    removed: removed.filter((use) => !isMoved(use)),
    changed: [...changed, ...moved],
  };
}

function usesByName(images: readonly ChartImage[]): ReadonlyMap<string, ImageUse> {
  return new Map(
    [...Map.groupBy(images, ({ name }) => name)].map(([name, uses]) => [
      name,
      {
        name,
        tags: [...new Set(uses.map(({ reference }) => tagOf(reference)))].sort(),
        places: [...new Set(uses.map(({ place }) => place))],
      },
    ]),
  );
}

function tagOf(reference: string): string {
  const image = parseImageReference(reference);
  if (image === null) return "";
  return [image.tag ?? "", image.digest ?? ""].filter((part) => part !== "").join("@");
}

function findMovedImages(removed: readonly ImageUse[], added: readonly ImageUse[]): readonly ImageChange[] {
  const lastPart = ({ name }: ImageUse) => name.slice(name.lastIndexOf("/") + 1);
  const targets = Map.groupBy(added, lastPart);
  return [...Map.groupBy(removed, lastPart)].flatMap(([part, [from, ...more]]) => {
    const [to, ...others] = targets.get(part) ?? [];
    return from === undefined || to === undefined || more.length + others.length > 0 ? [] : [{ from, to }];
  });
}
