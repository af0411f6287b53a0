import type { CustomResource } from "../crds/custom-resources.ts";

/** A kind whose definition is another. */
export interface CrdChange {
  readonly kind: string;
  readonly group: string;
  readonly addedVersions: readonly string[];
  readonly removedVersions: readonly string[];
  /** The files its definition is in; equal but for what moved. Null for what only an annotation names. */
  readonly fromPath: string | null;
  readonly toPath: string | null;
}

/** How the kinds two charts add to a cluster differ. */
export interface CrdsDifference {
  readonly added: readonly CustomResource[];
  readonly removed: readonly CustomResource[];
  /** Other versions, or another text. */
  readonly changed: readonly CrdChange[];
}

/** The kinds of one side, and the files they are defined in. */
export interface DefinedKinds {
  readonly crds: readonly CustomResource[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Compares kinds by name and group. */
export function compareCrds(from: DefinedKinds, to: DefinedKinds): CrdsDifference {
  const [old, fresh] = [byKind(from.crds), byKind(to.crds)];
  const [oldDefinition, freshDefinition] = [createDefinitions(from), createDefinitions(to)];
  const changed: CrdChange[] = [];
  for (const [key, one] of old) {
    const now = fresh.get(key);
    if (now === undefined) continue;
    const addedVersions = now.versions.filter((version) => !one.versions.includes(version));
    const removedVersions = one.versions.filter((version) => !now.versions.includes(version));
    const same = oldDefinition(one) === freshDefinition(now);
    if (same && addedVersions.length + removedVersions.length === 0) continue;
    const { kind, group } = now;
    changed.push({ kind, group, addedVersions, removedVersions, fromPath: one.path, toPath: now.path });
  }
  return {
    added: [...fresh].filter(([key]) => !old.has(key)).map(([, one]) => one),
    removed: [...old].filter(([key]) => !fresh.has(key)).map(([, one]) => one),
    changed,
  };
}

function byKind(crds: readonly CustomResource[]): ReadonlyMap<string, CustomResource> {
  return new Map(crds.map((one) => [`${one.kind}.${one.group}`.toLowerCase(), one]));
}

/** Gives the document of a file a kind is defined in. */
function createDefinitions({ texts }: DefinedKinds): (crd: CustomResource) => string {
  const files = new Map<string, readonly FileDocument[]>();
  return ({ path, line }) => {
    const text = path === null ? undefined : texts.get(path);
    if (path === null || line === null || text === undefined) return "";
    const documents = files.get(path) ?? documentsOf(text);
    files.set(path, documents);
    return documents.findLast(({ firstLine }) => firstLine <= line)?.text ?? "";
  };
}

interface FileDocument {
  readonly firstLine: number;
  readonly text: string;
}

function documentsOf(text: string): readonly FileDocument[] {
  let firstLine = 1;
  return text.split(/^(?=---)/m).map((document) => {
    const found = { firstLine, text: document.replace(/^---/, "").trim() };
    firstLine += document.split("\n").length - 1;
    return found;
  });
}
