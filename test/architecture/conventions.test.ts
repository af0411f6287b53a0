import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { lineAt, placesOf, readSourceFiles, type SourceFile } from "./support/source-files.ts";

const MAX_LINES = 300;
const VAGUE_NAMES = /^(?:utils?|helpers?|common|types?|misc|index)$/;
const ENV_PLACES = /^(?:lib\/config|lib\/server|bin|test|bench)\//;
const RAW_HTML_PLACE = "components/markup/html.tsx";
// Next dictates the names of its two error pages, and that they run in the browser.
const CLIENT_FILE = /\.client\.tsx$|^app\/(?:global-)?error\.tsx$/;
const USE_CLIENT = /^(?:\s|\/\/.*\n)*["']use client["']/;
// Declarations only: `export { … }` and `export * from` pass on what is documented where it stands.
const DECLARED_EXPORT =
  /^export (?:default )?(?:declare )?(?:async )?(?:abstract )?(?:function\*?|const|let|class|interface|type(?! \{))\b.*$/gm;

// One docstring may stand over a group of lines, such as a constant and its type.
const DOCUMENTED = /\*\/\n(?:(?:export )?(?:const|type) .*;\n)*$/;

/** A convention, and a file that breaks it: a rule that cannot see a breach guards nothing. */
interface Rule {
  readonly name: string;
  readonly breachesOf: (file: SourceFile) => readonly string[];
  readonly breach: SourceFile;
}

const RULES: readonly Rule[] = [
  {
    name: "a file's name says what is in it",
    breachesOf: (file) => {
      const name = file.path.split("/").at(-1)?.split(".")[0] ?? "";
      return VAGUE_NAMES.test(name) ? [`${file.path}:1: "${name}" says nothing`] : [];
    },
    breach: { path: "lib/oci/helpers.ts", text: "" },
  },
  {
    name: `a file has at most ${MAX_LINES} lines`,
    breachesOf: (file) => {
      const lines = lineAt(file.text, file.text.trimEnd().length);
      return lines > MAX_LINES ? [`${file.path}:${lines}: ${lines} lines`] : [];
    },
    breach: { path: "lib/oci/blob.ts", text: "a;\n".repeat(MAX_LINES + 1) },
  },
  {
    name: "'use client' and *.client.tsx go together",
    breachesOf: (file) => {
      const named = CLIENT_FILE.test(file.path);
      return USE_CLIENT.test(file.text) === named ? [] : [`${file.path}:1: is it for the browser or not?`];
    },
    breach: { path: "components/ui/button.tsx", text: '"use client";\n' },
  },
  {
    name: `raw HTML is set in ${RAW_HTML_PLACE} only`,
    breachesOf: (file) =>
      file.path === RAW_HTML_PLACE || file.path.startsWith("test/")
        ? []
        : placesOf(file, /\b(?:dangerouslySetInnerHTML|(?:inner|outer)HTML|insertAdjacentHTML)\b/g).map(
            (place) => `${place}: raw HTML outside ${RAW_HTML_PLACE}`,
          ),
    breach: { path: "components/chart/readme.tsx", text: "<p dangerouslySetInnerHTML={{ __html: a }} />\n" },
  },
  {
    name: "the environment is read in lib/config, lib/server and bin only",
    breachesOf: (file) =>
      ENV_PLACES.test(file.path)
        ? []
        : placesOf(file, /\bprocess\s*\.\s*env\b|\benv\b[^;\n]*from "node:process"/g).map(
            (place) => `${place}: reads the environment`,
          ),
    breach: { path: "lib/search/settings.ts", text: "const url = process.env.MEILI_URL;\n" },
  },
  {
    name: "what lib exports has a docstring",
    breachesOf: (file) =>
      file.path.startsWith("lib/")
        ? Array.from(file.text.matchAll(DECLARED_EXPORT))
            .filter((match) => !DOCUMENTED.test(file.text.slice(0, match.index)))
            .map((match) => `${file.path}:${lineAt(file.text, match.index)}: no docstring: ${match[0]}`)
        : [],
    breach: { path: "lib/oci/blob.ts", text: "/** Said. */\nexport type A = 1;\n\nexport const b = 2;\n" },
  },
];

const files = readSourceFiles();

describe("conventions", () => {
  for (const rule of RULES) {
    test(rule.name, () => {
      assert.deepEqual(files.flatMap(rule.breachesOf), []);
    });
    test(`${rule.name}: a breach is seen`, () => {
      assert.equal(rule.breachesOf(rule.breach).length, 1);
    });
  }
});
