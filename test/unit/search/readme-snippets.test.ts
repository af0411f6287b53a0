import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { snippetOf, wordsOf } from "#lib/search/readme-snippets.ts";

const shown = (text: string, query: string) =>
  snippetOf(text, wordsOf(query))
    ?.map((segment) => (segment.match ? `[${segment.text}]` : segment.text))
    .join("");

describe("snippetOf", () => {
  test("shows the words around the first match, cut between words", () => {
    const filler = "lorem ipsum dolor sit amet ".repeat(10);
    const snippet = shown(`${filler}a Redis with Sentinel ${filler}`, "redis sentinel") ?? "";
    assert.match(snippet, /^…(?:\w+ )+a \[Redis\] with \[Sentinel\] (?:\w+ )+\w+…$/);
    assert.ok(snippet.length < 220, `${snippet.length} characters`);
  });

  test("a short text is shown whole", () => {
    assert.equal(shown("Backups of postgres.", "postgres"), "Backups of [postgres].");
  });

  test("a word matches where one begins, whatever its case or script", () => {
    assert.equal(shown("predis REDISearch", "redis"), "predis [REDIS]earch");
    assert.equal(shown("Ünicode für ärzte", "Ärz"), "Ünicode für [ärz]te");
    assert.equal(shown("nothing here", "redis"), undefined);
  });

  test("what is typed means nothing but its letters", () => {
    assert.deepEqual(wordsOf("a.* (b|c) $"), ["a", "b", "c"]);
    assert.deepEqual(wordsOf("*.()"), []);
  });
});
