import assert from "node:assert/strict";
import { test } from "node:test";
import { pickVersionPage } from "#components/chart/versions/version-pages.ts";
import { summary } from "../releases.ts";

const current = summary("0.0.250");
const versions = Array.from({ length: 450 }, (_, index) => summary(`0.0.${index}`));

test("a chart of few versions has one page", () => {
  const few = versions.slice(0, 200);
  assert.deepEqual(pickVersionPage(few, summary("0.0.7"), 1), {
    versions: few,
    page: 1,
    pages: 1,
    currentPage: 1,
  });
  assert.equal(pickVersionPage([], current, 1).pages, 1);
});

test("many have pages that follow one another, and past the last is the last", () => {
  const pages = [1, 2, 3].map((page) => pickVersionPage(versions, current, page));
  assert.deepEqual(
    pages.flatMap((page) => page.versions),
    versions,
  );
  assert.deepEqual(
    pages.map((page) => page.versions.length),
    [200, 200, 50],
  );
  assert.deepEqual(pickVersionPage(versions, current, 99), pages[2]);
});

test("where the version shown is, is known from every page", () => {
  assert.deepEqual(
    [1, 2].map((page) => pickVersionPage(versions, current, page).currentPage),
    [2, 2],
  );
});
