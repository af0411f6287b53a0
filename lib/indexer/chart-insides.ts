import type { ChartFacts } from "../chart/chart-facts.ts";
import type { ValueKey } from "../chart/values/values.ts";
import type { ChartDocument, FoundPlace } from "../search/document.ts";
import { distinct } from "./short-texts.ts";

/** Characters of all values of a chart that are searched. */
const MAX_VALUE_TEXT = 60_000;
/** Paths and names of keys that can be asked for, in one chart. */
const MAX_VALUE_PATHS = 3_000;
/** Places kept of one chart; only the first of each word is shown. */
const MAX_PLACES = 500;

/** Keys that say something by themselves, with the author's words and the default. */
export function searchedValues(keys: readonly ValueKey[]): ChartDocument["values"] {
  const values: { key: string; text: string }[] = [];
  let characters = 0;
  for (const { path, description, default: preset } of keys) {
    const text = [description, preset ?? ""].filter((part) => part !== "").join(" · ");
    if (text === "") continue;
    characters += path.length + text.length;
    if (characters > MAX_VALUE_TEXT) break;
    values.push({ key: path.toWellFormed(), text: text.toWellFormed() });
  }
  return values;
}

/** For `value:`: every path, and every key by its last name alone, for those who know no more of it. */
export function valuePathsOf(keys: readonly ValueKey[]): readonly string[] {
  const paths = keys.map(({ path }) => path);
  const names = paths.map((path) => path.slice(path.lastIndexOf(".") + 1));
  return distinct([...paths, ...names]).slice(0, MAX_VALUE_PATHS);
}

/** For `image:`: `docker.io/bitnami/redis` is also `bitnami/redis` and `redis`. */
export function imageNamesOf(images: ChartFacts["images"]): readonly string[] {
  return distinct(
    images.flatMap(({ name, reference }) => {
      const parts = name.split("/");
      const host = /[.:]|^localhost$/.test(parts[0] ?? "") && parts.length > 1;
      return [reference, name, ...(host ? [parts.slice(1).join("/")] : []), parts.at(-1) ?? ""];
    }),
  );
}

/** Where each image, CRD and kind was found first. */
export function foundIn({ images, crds, kinds }: ChartFacts): readonly FoundPlace[] {
  const places: readonly FoundPlace[] = [
    ...images.map(({ reference, place, file, line }) => ({
      field: "images" as const,
      word: reference,
      ...(file === "values.yaml" ? { path: place, line } : openable(file, line)),
    })),
    ...crds.map(({ kind, path, line }) => ({ field: "crds" as const, word: kind, ...openable(path, line) })),
    ...kinds.map(({ kind, path, line }) => ({
      field: "kinds" as const,
      word: kind,
      ...openable(path, line),
    })),
  ];
  const first = new Map<string, FoundPlace>();
  for (const place of places) {
    const key = `${place.field} ${place.word}`;
    if (!first.has(key)) first.set(key, place);
  }
  return [...first.values()].slice(0, MAX_PLACES);
}

/** A place that has a page: of a file within a packed subchart, the archive. */
function openable(path: string | null, line: number | null): Pick<FoundPlace, "path" | "line"> {
  const archive = /^.*?\.tgz(?=\/)/.exec(path ?? "")?.[0];
  return archive === undefined ? { path, line } : { path: archive, line: null };
}
