import type { TemplateChart } from "./chart-texts.ts";
import type { KeyLookup, ResolvedUse } from "./key-lookup.ts";
import type { TemplateInclude } from "./read-template.ts";
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

/** What is told beside a file, by its path in the archive; one that is not evaluated may be read by others. */
export function readFileReferences(index: TemplateIndex, path: string, lookup: KeyLookup): FileReferences {
  const file = index.files.get(path);
  const defines = file?.defines ?? [];
  const names = new Map<string, FileLine[]>(defines.map(({ name }) => [name, []]));
  const includedBy: FileLine[] = [];
  for (const { includes, chart } of index.files.values()) {
    for (const { name, template, content, file: including, line } of includes) {
      const listed = name === null ? undefined : names.get(name);
      if (listed !== undefined && listed.length < MAX_PLACES) listed.push({ file: including, line });
      if (includedFile(chart, { template, content }) === path) {
        includedBy.push({ file: including, line });
      }
    }
  }
  return {
    defines: defines.map((define) => ({ ...define, includedBy: names.get(define.name) ?? [] })),
    includedBy: includedBy.slice(0, MAX_PLACES),
    used: file === undefined ? [] : usedKeys(file, lookup),
  };
}

/** The file of the archive that an include means by its path; null if it means a name. */
export function includedFile(
  { folder }: TemplateChart,
  { template, content }: Pick<TemplateInclude, "template" | "content">,
): string | null {
  if (template !== null) return `${folder}templates/${template}`;
  return content === null ? null : folder + content;
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
