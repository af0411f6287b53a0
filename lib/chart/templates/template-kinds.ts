import type { ChartText } from "../chart-content.ts";
import { readJsonManifest } from "../json-manifests.ts";
import { type Manifest, readManifests } from "../manifests.ts";

/** A kind of object a template makes, where the template says it literally. */
export interface TemplateKind {
  readonly kind: string;
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** The objects of one file. */
export interface ManifestFile {
  readonly path: string;
  readonly manifests: readonly Manifest[];
}

const MAX_KINDS = 1_000;
const KIND = /^[A-Z][A-Za-z0-9]{1,99}$/;

/** The objects in each file. */
export function readManifestFiles(files: readonly ChartText[]): readonly ManifestFile[] {
  return files.map(({ path, text }) => {
    const manifests = /^\s*\{(?!\{)/.test(text) ? readJsonManifest(text) : readManifests(text);
    return { path, manifests };
  });
}

/** Each kind once a file, at its first place. */
export function templateKindsOf(files: readonly ManifestFile[]): readonly TemplateKind[] {
  const kinds: TemplateKind[] = [];
  for (const { path, manifests } of files) {
    const seen = new Set<string>();
    for (const { kind, line } of manifests) {
      if (seen.has(kind) || !KIND.test(kind)) continue;
      seen.add(kind);
      kinds.push({ kind, path, line });
    }
  }
  return kinds.slice(0, MAX_KINDS);
}
