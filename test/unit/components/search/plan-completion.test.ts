import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { planCompletion, type Suggestion } from "#components/search/plan-completion.ts";

/** `redis im|` is a text and its caret. */
function complete(marked: string) {
  return planCompletion(marked.replace("|", ""), marked.indexOf("|"));
}

function known(marked: string): readonly Suggestion[] {
  const completion = complete(marked);
  assert.equal(completion?.kind, "known", marked);
  return completion?.kind === "known" ? completion.suggestions : [];
}

/** The text once a suggestion is taken, with the caret. */
const taken = ({ text, caret }: Suggestion) => `${text.slice(0, caret)}|${text.slice(caret)}`;

describe("names of qualifiers", () => {
  test("come after two letters, by their aliases too, where the caret is", () => {
    assert.deepEqual(known("redis im|").map(taken), ["redis image:|"]);
    assert.deepEqual(known("-im| redis").map(taken), ["-image:| redis"]);
    assert.deepEqual(known("depend|").map(taken), ["dep:|"]);
    assert.deepEqual(
      known("na|").map(({ label }) => label),
      ["name:", "namespace:"],
    );
  });

  test("are proposed neither for one letter nor for other words, nor in the middle of one", () => {
    for (const marked of ["i|", "|", "redis|", "im|age", "image |", '"im|"', "1m|"])
      assert.equal(complete(marked), null, marked);
  });
});

describe("values", () => {
  test("of a list are those that begin like it, and are there no more once written out", () => {
    assert.deepEqual(known("is:s|").map(taken), ["is:signed |", "is:stable |", "is:schema |"]);
    assert.deepEqual(known("-is:DEP| redis").map(taken), ["-is:deprecated |redis"]);
    assert.deepEqual(known("is:signed|"), []);
  });

  test("of a date are spans of time", () => {
    assert.deepEqual(known("updated:>6|").map(taken), ["updated:>6m |"]);
  });

  test("of a version are nobody's guess", () => {
    assert.equal(complete("app:7|"), null);
  });

  test("of a text are asked for among charts that match the rest, and quoted where they must be", () => {
    const completion = complete('redis maintainer:"ja| ');
    assert.equal(completion, null, "an unclosed quote goes on to the end of the text");
    const open = complete('redis maintainer:"ja|');
    assert.ok(open?.kind === "values");
    assert.deepEqual(open.wanted, { of: "maintainer", prefix: "ja", rest: "redis " });
    const found = [
      { value: "Jane Doe", count: 3 },
      { value: "Jo", count: 2 },
      { value: "JA", count: 1 },
    ];
    assert.deepEqual(open.suggest(found).map(taken), ['redis maintainer:"Jane Doe" |']);
    assert.equal(complete("image:bitnami/*|"), null);
  });
});

test("whatever is typed, a suggestion keeps what stands around the caret's term", () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom("is:s", "im", "-type:l"), fc.string(), (before, term, after) => {
      const text = `${before.replace(/"/g, "")} ${term} ${after}`;
      const caret = text.length - after.length - 1;
      const completion = planCompletion(text, caret);
      for (const suggestion of completion?.kind === "known" ? completion.suggestions : []) {
        assert.ok(suggestion.text.startsWith(text.slice(0, caret - term.length)));
        assert.ok(suggestion.text.endsWith(after));
      }
    }),
  );
});
