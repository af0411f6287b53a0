import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { markName, markText } from "#lib/search/rank/mark-text.ts";
import { readSought } from "#lib/search/rank/rank-charts.ts";
import { phraseTermsOf, termOf, termsOf } from "#lib/search/rank/terms.ts";
import { wordsOf } from "#lib/search/rank/words.ts";
import { editDistance } from "#lib/support/edit-distance.ts";

const marked = (segments: readonly { text: string; match: boolean }[]) =>
  segments.map(({ text, match }) => (match ? `[${text}]` : text)).join("");

describe("terms", () => {
  test("are the same for every form and every synonym of a word", () => {
    assert.deepEqual(termsOf("Backups of the clusters"), termsOf("backup, cluster"));
    assert.equal(termOf("kubernetes"), termOf("k8s"));
    assert.deepEqual(termsOf("a message broker"), termsOf("MQ"));
    assert.deepEqual(phraseTermsOf("continuous integration server"), ["ci"]);
  });

  test("camel case has parts, accents are none", () => {
    assert.deepEqual(wordsOf("replicaCount"), ["replicacount", "replica", "count"]);
    assert.deepEqual(wordsOf("Café"), ["cafe"]);
  });

  test("letters in a row without end are no word", () => {
    assert.deepEqual(wordsOf(`${"a".repeat(100)} redis`), ["redis"]);
  });
});

describe("editDistance", () => {
  test("counts what a finger does wrong, up to its limit", () => {
    assert.equal(editDistance("nginx", "ngnix", 2), 1);
    assert.equal(editDistance("redis", "rdis", 2), 1);
    assert.equal(editDistance("grafana", "graphana", 2), 2);
    assert.equal(editDistance("redis", "kafka", 1), 2);
  });
});

describe("marks", () => {
  test("words, their beginnings while typing, other forms and spellings", () => {
    assert.equal(marked(markText(readSought("redi"), "A Redis cache", "forgiven")), "A [Redi]s cache");
    assert.equal(marked(markText(readSought("backups now"), "does a backup", "counted")), "does a [backup]");
    assert.equal(marked(markName(readSought("argocd"), "argo-cd")), "[argo-cd]");
    assert.equal(marked(markName(readSought("promethues"), "prometheus")), "[prometheus]");
  });

  test("not what only looks a little like it", () => {
    assert.equal(marked(markText(readSought("redis"), "a registry", "counted")), "a registry");
    assert.equal(marked(markText(readSought("redis"), "a registry", "forgiven")), "a registry");
  });
});
