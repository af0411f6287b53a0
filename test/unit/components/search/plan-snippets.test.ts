import assert from "node:assert/strict";
import { test } from "node:test";
import { planSnippets } from "#components/search/plan-snippets.ts";
import type { Match, Segment } from "#lib/catalog/catalog.ts";

/** `a [b] c`: what stands in brackets matched. */
function segments(marked: string): readonly Segment[] {
  return marked
    .split(/(\[[^\]]*\])/)
    .filter((text) => text !== "")
    .map((text) =>
      text.startsWith("[") ? { text: text.slice(1, -1), match: true } : { text, match: false },
    );
}
const marked = (run: readonly Segment[]) =>
  run.map(({ text, match }) => (match ? `[${text}]` : text)).join("");
const match = (field: Match["field"], place: string, text: string): Match => ({
  field,
  place,
  href: place === "" ? null : `/there/${place}`,
  segments: segments(text),
});
const lines = (...matched: readonly Match[]) =>
  planSnippets(matched).map(({ field, place, text }) => `${field} · ${marked(place)} — ${marked(text)}`);

test("a key stands before its comment, with its marks", () => {
  assert.deepEqual(lines(match("values", "ingress.enabled", "[ingress].enabled Enable [ingress] records")), [
    "values · [ingress].enabled — Enable [ingress] records",
  ]);
});

test("what an author marks as code is read without the marks", () => {
  assert.deepEqual(lines(match("values", "port", "port Where `[redis]` listens, not `sentinel`")), [
    "values · port — Where [redis] listens, not sentinel",
  ]);
});

test("a mark that goes beyond the key is cut where the key ends", () => {
  assert.deepEqual(lines(match("values", "port", "[port 6379] TCP")), ["values · [port] — [6379] TCP"]);
});

test("where the place itself was asked for, it alone is marked", () => {
  assert.deepEqual(lines(match("values", "port", "[port Where it listens]")), [
    "values · [port] — Where it listens",
  ]);
});

test("an excerpt that does not begin with its place stands beside it", () => {
  assert.deepEqual(lines(match("readme", "From 13 to 14", "…to 14 the [class] is")), [
    "readme · From 13 to 14 — …to 14 the [class] is",
  ]);
  assert.deepEqual(lines(match("kinds", "templates/a.yaml:3", "[StatefulSet]")), [
    "kinds · templates/a.yaml:3 — [StatefulSet]",
  ]);
});

test("what stands in plain sight is not said again, keywords share the last line, and three are enough", () => {
  const keywords = [match("keywords", "", "[cache]"), match("keywords", "", "data[base]")];
  assert.deepEqual(
    lines(
      match("name", "", "[redis]"),
      match("description", "", "a [cache]"),
      ...keywords,
      match("images", "", "[redis]"),
    ),
    ["images ·  — [redis]", "keywords ·  — [cache], data[base]"],
  );
  const many = ["a", "b", "c", "d"].map((key) => match("values", key, key));
  assert.equal(lines(...many, ...keywords).length, 3);
});
