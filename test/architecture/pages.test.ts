import assert from "node:assert/strict";
import { test } from "node:test";
import { PAGES, REACHED_OTHERWISE } from "../e2e/support/pages.ts";
import { readSourceFiles } from "./support/source-files.ts";

const PAGE_FILE = /^app\/(?:.*\/)?(?:page|not-found|error|global-error)\.tsx$/;

test("every page of the app is looked at by the browser tests, axe among them", () => {
  const pages = readSourceFiles()
    .map(({ path }) => path)
    .filter((path) => PAGE_FILE.test(path));
  const listed = [...Object.keys(PAGES), ...Object.keys(REACHED_OTHERWISE)].sort();
  assert.deepEqual(pages, listed, "test/e2e/support/pages.ts lists every page, and no page that is gone");
});

test("every page has an address to look at", () => {
  for (const [file, samples] of Object.entries(PAGES)) assert.ok(samples.length > 0, file);
});
