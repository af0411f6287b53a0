import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../../..");
const FOLDERS = ["app", "bench", "bin", "components", "demo", "lib", "test"];
const NOT_SOURCE = ["demo/charts/", "test/fixtures/"];

/** A file of code, with its path from the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** An import or re-export, by its 1-based line. */
export interface ImportLine {
  readonly specifier: string;
  /** The root-relative path it names, or null for a package. */
  readonly path: string | null;
  readonly line: number;
  readonly typeOnly: boolean;
}

/** Every code file of the project. */
export function readSourceFiles(): readonly SourceFile[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
      .filter((path) => /\.(?:[cm]?[jt]s|tsx|css)$/.test(path))
      .filter((path) => !NOT_SOURCE.some((prefix) => path.startsWith(prefix))),
  )
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
}

// The formatter puts every import at the start of a line, so that a regular expression sees what a parser would.
const STATIC = /^(?:import|export)\s+(type\s)?(?:[^"'`;]*?\sfrom\s+)?"([^"\n]+)"/gm;
const DYNAMIC = /\bimport\(\s*"([^"\n]+)"/g;

/** What a file imports, types and dynamic imports included. */
export function importsOf(file: SourceFile): readonly ImportLine[] {
  const found = [
    ...Array.from(file.text.matchAll(STATIC), (match) => ({ match, specifier: match[2], type: match[1] })),
    ...Array.from(file.text.matchAll(DYNAMIC), (match) => ({ match, specifier: match[1], type: undefined })),
  ];
  return found.map(({ match, specifier = "", type }) => ({
    specifier,
    path: pathOf(specifier, file.path),
    line: lineAt(file.text, match.index),
    typeOnly: type !== undefined,
  }));
}

/** 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** Where a pattern stands in a file, as `path:line`. */
export function placesOf(file: SourceFile, pattern: RegExp): readonly string[] {
  return Array.from(file.text.matchAll(pattern), (match) => `${file.path}:${lineAt(file.text, match.index)}`);
}

function pathOf(specifier: string, from: string): string | null {
  if (specifier.startsWith("#")) return specifier.slice(1);
  return specifier.startsWith(".") ? join(from, "..", specifier) : null;
}
