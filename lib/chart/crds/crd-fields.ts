import { isMap, itemsOf, lineOf, linesOf, TRUE, type YamlMap } from "../yaml-fields.ts";
import { crdManifest } from "./crd-manifest.ts";
import { type CrdField, readSchemaFields } from "./crd-schema.ts";

/** One version of a kind, with what its objects are made of. */
export interface CrdVersion {
  readonly name: string;
  readonly served: boolean;
  /** The one objects are stored as. */
  readonly storage: boolean;
  readonly deprecated: boolean;
  /** What the cluster says to who uses it, or null. */
  readonly warning: string | null;
  readonly description: string;
  readonly fields: readonly CrdField[];
  /** Whether there were more fields than are read. */
  readonly cut: boolean;
}

/** A CustomResourceDefinition as its file has it. */
export interface CrdDefinition {
  readonly plural: string | null;
  readonly shortNames: readonly string[];
  readonly categories: readonly string[];
  /** `Namespaced`, `Cluster`, or null where it is not said. */
  readonly scope: string | null;
  readonly versions: readonly CrdVersion[];
}

/** What could be read, and why no more. */
export interface CrdReading {
  readonly definition: CrdDefinition | null;
  /** One sentence, or null. */
  readonly problem: string | null;
}

const MAX_DESCRIPTION = 2_000;
const MAX_VERSIONS = 20;

/** Reads the definition that begins around a line (from 1) of a file of CRDs or templates. Never throws. */
export function readCrd(text: string, line: number): CrdReading {
  const { manifest, problem } = crdManifest(text, line);
  if (manifest === null) return { definition: null, problem };
  const spec = mapOf(manifest.spec);
  const names = mapOf(spec.names);
  const shared = schemaOf(mapOf(spec.validation));
  const versions = itemsOf(spec.versions).filter(isMap).slice(0, MAX_VERSIONS);
  const single = lineOf(spec.version);
  const all = versions.length > 0 || single === null ? versions : [{ name: single }];
  return {
    definition: {
      plural: lineOf(names.plural),
      shortNames: linesOf(names.shortNames),
      categories: linesOf(names.categories),
      scope: lineOf(spec.scope),
      versions: all.map((version) => versionOf(version, shared)),
    },
    problem,
  };
}

/** `shared`: until apiextensions.k8s.io/v1 one schema could stand for all versions. */
function versionOf(version: YamlMap, shared: YamlMap | null): CrdVersion {
  const schema = schemaOf(mapOf(version.schema)) ?? shared ?? {};
  return {
    name: lineOf(version.name) ?? "",
    // A version of the old form says neither: it is served and stored.
    served: isTrue(version.served ?? "true"),
    storage: isTrue(version.storage ?? "true"),
    deprecated: isTrue(version.deprecated),
    warning: lineOf(version.deprecationWarning),
    description: lineOf(schema.description, MAX_DESCRIPTION) ?? "",
    ...readSchemaFields(schema),
  };
}

function isTrue(value: unknown): boolean {
  return TRUE.test(lineOf(value) ?? "");
}

function schemaOf(around: YamlMap): YamlMap | null {
  return isMap(around.openAPIV3Schema) ? around.openAPIV3Schema : null;
}

function mapOf(value: unknown): YamlMap {
  return isMap(value) ? value : {};
}
