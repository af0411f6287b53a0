import type { TemplateChart } from "./chart-texts.ts";
import type { KeyLookup, ResolvedUse } from "./resolve-use.ts";
import type { DefinePlace, FileLine, IndexedFile, TemplateIndex } from "./template-index.ts";

/** A key that a file uses. */
export interface UsedKey extends ResolvedUse {
  /** As the file writes it, below `.Values`. */
  readonly path: string;
  /** Where, from 1, each line once. */
  readonly lines: readonly number[];
}

/** A name that a file defines, and who includes it. */
export interface DefinedName extends DefinePlace {
  readonly includedBy: readonly FileLine[];
}

/** What a file has to do with the others. */
export interface FileReferences {
  readonly defines: readonly DefinedName[];
  /** Who includes the file itself, by its path. */
  readonly includedBy: readonly FileLine[];
  /** In the order of their paths. */
  readonly used: readonly UsedKey[];
}

/** Places that are listed for one name. */
const MAX_PLACES = 200;

/** What is told beside a file. */
export function readFileReferences(
  index: TemplateIndex,
  file: IndexedFile,
  lookup: KeyLookup,
): FileReferences {
  const names = new Map<string, FileLine[]>(file.defines.map(({ name }) => [name, []]));
  const includedBy: FileLine[] = [];
  for (const { includes, chart } of index.files.values()) {
    for (const { name, template, file: including, line } of includes) {
      const listed = name === null ? undefined : names.get(name);
      if (listed !== undefined && listed.length < MAX_PLACES) listed.push({ file: including, line });
      if (template !== null && templateFilePath(chart, template) === file.path) {
        includedBy.push({ file: including, line });
      }
    }
  }
  return {
    defines: file.defines.map((define) => ({ ...define, includedBy: names.get(define.name) ?? [] })),
    includedBy: includedBy.slice(0, MAX_PLACES),
    used: usedKeys(file, lookup),
  };
}

/** A file of a chart's templates, by its path in the archive. */
export function templateFilePath({ folder }: TemplateChart, template: string): string {
  return `${folder}templates/${template}`;
}

function usedKeys({ uses, chart }: IndexedFile, lookup: KeyLookup): readonly UsedKey[] {
  const lines = new Map<string, Set<number>>();
  for (const { path, line } of uses) {
    if (path === "") continue;
    const known = lines.get(path);
    if (known === undefined) lines.set(path, new Set([line]));
    else known.add(line);
  }
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, places]) => ({ path, ...lookup.resolve(chart, path), lines: [...places] }));
}
