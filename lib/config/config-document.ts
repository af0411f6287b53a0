import { isMap, isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type { ConfigProblem } from "./config-error.ts";
import { maskReferences, resolveReferences, unmaskReferences } from "./environment-reference.ts";
import { yamlProblems } from "./yaml-problems.ts";

type Path = readonly (string | number)[];

/** A configuration file as data, with the way back from each value to its line. */
export interface ConfigDocument {
  /** False when the file is not YAML: then `data` is nothing. */
  readonly readable: boolean;
  /** Plain data with `${NAME}` resolved. */
  readonly data: unknown;
  readonly problems: readonly ConfigProblem[];
  /** Whether something stands at this path. */
  has(path: Path): boolean;
  /** `file:line:column` of the value at the path, or of the nearest thing around it. */
  placeOf(path: Path): string;
  /** `file:line:column` of a key in the mapping at the path. */
  placeOfKey(path: Path, key: string): string;
}

/** Reads the YAML of a configuration file; `fileName` is how places call it. */
export function readConfigDocument(
  text: string,
  fileName: string,
  env: Readonly<Record<string, string | undefined>>,
): ConfigDocument {
  const lines = new LineCounter();
  const document = parseDocument(maskReferences(text), { lineCounter: lines, prettyErrors: false });

  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${fileName}:${line}:${col}`;
  };
  const placeOf = (path: Path): string => {
    const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
    if (isNode(node) && node.range) return place(node.range[0]);
    return path.length === 0 ? place(0) : placeOf(path.slice(0, -1));
  };
  const placeOfKey = (path: Path, key: string): string => {
    const map: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
    const pair = isMap(map)
      ? map.items.find((item) => isScalar(item.key) && item.key.value === key)
      : undefined;
    return isScalar(pair?.key) && pair.key.range ? place(pair.key.range[0]) : placeOf(path);
  };

  const problems = yamlProblems(document, place);
  if (problems.length > 0) {
    return { readable: false, data: null, problems, has: () => false, placeOf, placeOfKey };
  }

  visit(document, {
    Scalar(role, scalar) {
      if (typeof scalar.value !== "string") return;
      if (role === "key") {
        scalar.value = unmaskReferences(scalar.value);
        return;
      }
      const resolved = resolveReferences(scalar.value, env);
      if ("value" in resolved) scalar.value = resolved.value;
      else problems.push({ place: place(scalar.range?.[0] ?? 0), ...resolved });
    },
  });
  return {
    readable: true,
    data: document.toJS(),
    problems,
    has: (path) => document.hasIn(path),
    placeOf,
    placeOfKey,
  };
}
