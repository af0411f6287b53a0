import type { Manifest } from "./manifests.ts";
import { isMap, itemsOf, lineOf } from "./yaml-fields.ts";

/** The object in a file of JSON, where lines say nothing; none if it is not JSON. */
export function readJsonManifest(text: string): readonly Manifest[] {
  const value = parseJson(text);
  const kind = isMap(value) ? lineOf(value.kind) : null;
  if (!isMap(value) || kind === null) return [];
  const spec = isMap(value.spec) ? value.spec : {};
  const names = isMap(spec.names) ? spec.names : {};
  const versions = itemsOf(spec.versions).flatMap((one) => (isMap(one) ? (lineOf(one.name) ?? []) : []));
  return [
    {
      kind,
      line: 1,
      group: lineOf(spec.group),
      resourceKind: lineOf(names.kind),
      plural: lineOf(names.plural),
      versions: versions.slice(0, 20),
    },
  ];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
