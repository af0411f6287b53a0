import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  type ImportLine,
  importsOf,
  placesOf,
  readSourceFiles,
  type SourceFile,
} from "./support/source-files.ts";

// The house, as docs/architecture.md draws it. Each folder of LAYERS may import what stands before it.
const LAYERS = [
  "lib/support",
  "lib/oci",
  "lib/config",
  "lib/pictures",
  "lib/chart",
  "lib/trust",
  "lib/source",
  "lib/content",
  "lib/access",
  "lib/catalog",
  "lib/formats",
  "lib/search",
  "lib/indexer",
];
const EVERY_LAYER = [...LAYERS, "lib/markup"];

/** For each folder, the folders its files may import besides their own. Tests and benchmarks may import everything. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(LAYERS.map((layer, index) => [layer, LAYERS.slice(0, index)])),
  // The indexer writes what is there; who may see it is none of its business.
  "lib/indexer": without(LAYERS, "lib/access", "lib/catalog", "lib/formats"),
  "lib/markup": ["lib/support"],
  "lib/server": without(EVERY_LAYER, "lib/indexer"),
  components: ["lib/catalog", "lib/markup"],
  app: ["components", "lib/server", "lib/catalog", "lib/formats", "lib/markup"],
  bin: [...EVERY_LAYER, "demo"],
  demo: EVERY_LAYER,
};

/** What runs in the browser beside the page, loaded when it is asked for, and so may bring code that pages must not. */
const WORKER = /^components\/.*\.worker\.ts$/;
const WORKER_MAY_IMPORT = ["lib/chart", "lib/support", "components"];

/** Folders of which only the types may be imported: words without the code behind them, which weighs nothing in a browser. */
const TYPES_ONLY: Readonly<Record<string, readonly string[]>> = {
  // The state of a source, which the one writes and the other shows.
  "lib/indexer": ["lib/catalog"],
  components: ["lib/chart", "lib/oci", "lib/config"],
  app: ["lib/chart", "lib/oci", "lib/config"],
};

const CLOUD_LIBRARY = /^(?:@aws-sdk\/|@azure\/|google-auth-library)/;

/** Packages that only some places may import. */
const GUARDED_PACKAGES: readonly { readonly name: RegExp; readonly places: RegExp; readonly why: string }[] =
  [
    {
      name: /^(?:next|react|react-dom)(?:\/|$)/,
      places: /^(?:app|components|lib\/server|test)\//,
      why: "the framework stops at app, components and lib/server",
    },
    {
      name: /^server-only$/,
      places: /^lib\/server\//,
      why: "server-only marks the composition root, lib/server",
    },
    {
      name: /^meilisearch(?:\/|$)/,
      places: /^(?:lib\/search|test|bench)\//,
      why: "lib/search speaks to Meilisearch",
    },
    {
      name: CLOUD_LIBRARY,
      places: /^(?:lib\/source|test)\//,
      why: "lib/source signs in to clouds",
    },
  ];

const files = readSourceFiles();

describe("imports", () => {
  test("point from a folder to those it may know", () => {
    assert.deepEqual(files.flatMap(wrongDirections), []);
  });

  test("name a file, so that Node, Turbopack and the type checker find the same one", () => {
    const bare = files.flatMap((file) =>
      importsOf(file)
        .filter(({ path }) => path !== null && !/\.(?:tsx?|js|css|json)$/.test(path))
        .map(({ line, specifier }) => `${file.path}:${line}: "${specifier}" has no file ending`),
    );
    assert.deepEqual(bare, []);
  });

  test("stay relative inside lib and start at the root elsewhere", () => {
    assert.deepEqual(files.flatMap(wrongForms), []);
  });

  test("bring guarded packages only where they belong", () => {
    assert.deepEqual(files.flatMap(misplacedPackages), []);
  });

  test("bring a cloud's library once it is needed, and not before", () => {
    const early = files
      .filter(({ path }) => path.startsWith("lib/"))
      .flatMap((file) =>
        placesOf(file, /^import (?!type )[^;(]*"(?:@aws-sdk\/|@azure\/|google-auth-library)/gm),
      );
    assert.deepEqual(early, []);
  });

  test("reach Meilisearch through one file", () => {
    const speakers = files.filter(
      (file) =>
        file.path.startsWith("lib/") && importsOf(file).some(({ specifier }) => specifier === "meilisearch"),
    );
    assert.deepEqual(
      speakers.map(({ path }) => path),
      ["lib/search/meilisearch-engine.ts"],
    );
  });
});

describe("the rules see a breach", () => {
  const breach = (path: string, text: string): SourceFile => ({ path, text });

  test("of direction", () => {
    const cases = [
      breach("lib/oci/blob.ts", 'import { a } from "../chart/archive.ts";\n'),
      breach("lib/oci/blob.ts", 'import type {\n  A,\n} from "../chart/archive.ts";\n'),
      breach("lib/oci/blob.ts", 'export * from "../chart/archive.ts";\n'),
      breach("lib/oci/blob.ts", 'const { a } = await import("../chart/archive.ts");\n'),
      breach("lib/indexer/crawl.ts", 'import type { A } from "../access/scope.ts";\n'),
      breach("components/chart/keys.tsx", 'import { readValues } from "#lib/chart/values/values.ts";\n'),
      breach("app/page.tsx", 'import "#lib/search/settings.ts";\n'),
      breach("lib/markup/highlight.ts", 'import { test } from "#test/run.ts";\n'),
    ];
    for (const file of cases) assert.equal(wrongDirections(file).length, 1, file.text);
    assert.match(
      wrongDirections(breach("lib/oci/a.ts", '\nimport "../chart/b.ts";\n'))[0] ?? "",
      /^lib\/oci\/a\.ts:2: /,
    );
  });

  test("of form and of packages", () => {
    assert.equal(wrongForms(breach("lib/oci/a.ts", 'import { b } from "#lib/oci/b.ts";\n')).length, 1);
    assert.equal(wrongForms(breach("app/page.tsx", 'import { b } from "../lib/oci/b.ts";\n')).length, 1);
    assert.equal(misplacedPackages(breach("lib/chart/a.ts", 'import React from "react";\n')).length, 1);
    assert.equal(
      misplacedPackages(breach("bin/web.ts", 'import { Meilisearch } from "meilisearch";\n')).length,
      1,
    );
  });
});

function wrongDirections(file: SourceFile): readonly string[] {
  const folder = folderOf(file.path);
  const allowed = WORKER.test(file.path) ? WORKER_MAY_IMPORT : MAY_IMPORT[folder];
  if (allowed === undefined)
    return isUnbound(folder) ? [] : [`${file.path}:1: ${folder} is not in the house`];
  return importsOf(file)
    .filter((one) => one.path !== null && !mayImport(folder, folderOf(one.path), allowed, one))
    .map(({ line, specifier }) => `${file.path}:${line}: ${folder} must not import "${specifier}"`);
}

function mayImport(from: string, to: string, allowed: readonly string[], { typeOnly }: ImportLine): boolean {
  return (
    to === from ||
    to === "package.json" ||
    allowed.includes(to) ||
    (typeOnly && (TYPES_ONLY[from] ?? []).includes(to))
  );
}

function wrongForms(file: SourceFile): readonly string[] {
  const folder = folderOf(file.path);
  return importsOf(file)
    .filter(({ specifier, path }) => {
      if (path === null || isUnbound(folder)) return false;
      if (file.path.startsWith("lib/")) return specifier.startsWith("#");
      return !specifier.startsWith("#") && folderOf(path) !== folder && path !== "package.json";
    })
    .map(({ line, specifier }) => `${file.path}:${line}: write "${specifier}" the other way`);
}

function misplacedPackages(file: SourceFile): readonly string[] {
  return importsOf(file).flatMap(({ specifier, path, line }) =>
    GUARDED_PACKAGES.filter(
      ({ name, places }) => path === null && name.test(specifier) && !places.test(file.path),
    ).map(({ why }) => `${file.path}:${line}: "${specifier}": ${why}`),
  );
}

/** `lib/<area>`, or the top folder. */
function folderOf(path: string): string {
  const [top = "", area = ""] = path.split("/");
  return top === "lib" ? `${top}/${area}` : top;
}

function isUnbound(folder: string): boolean {
  return folder === "test" || folder === "bench";
}

function without(folders: readonly string[], ...left: readonly string[]): readonly string[] {
  return folders.filter((folder) => !left.includes(folder));
}
