import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scopeFor } from "#lib/access/scope.ts";
import { ANONYMOUS } from "#lib/access/viewer.ts";
import { parseChartQuery } from "#lib/catalog/chart-query.ts";
import type { SourceId } from "#lib/config/chartroom-config.ts";
import { planBehindWindow, planSearch } from "#lib/search/search-plan.ts";

const acme = "acme" as SourceId;
const scope = scopeFor(ANONYMOUS, [{ id: acme, access: "public" }]);
const plan = (address: string) => planSearch(parseChartQuery(new URLSearchParams(address)), scope, 0);

describe("planSearch", () => {
  test("every question carries the scope, whatever is asked", () => {
    const { hits, joining, counts } = plan("q=source:secret redis cluster backup&keyword=cache&type=library");
    assert.ok(joining.length > 0 && counts.length > 0);
    for (const question of [hits, ...joining, ...counts, planBehindWindow(plan("q=a b c"), ["x"], 120, 20)]) {
      assert.ok(
        question.filter.startsWith('(source IN ["acme"]') ||
          question.filter.startsWith('((source IN ["acme"]'),
      );
    }
  });

  test("copies are left out only where there are any", () => {
    const query = parseChartQuery(new URLSearchParams("q=redis cluster&keyword=cache"));
    const distinctOf = (copies: boolean) => {
      const { hits, counts } = planSearch(query, scope, 0, copies);
      return [hits, ...counts].map(({ distinct }) => distinct);
    };
    assert.deepEqual(distinctOf(true), ["layer", "layer"]);
    assert.deepEqual(distinctOf(false), [undefined, undefined]);
  });

  test("stop words are not looked for, except where one may be the beginning of another word", () => {
    assert.equal(plan("q=how to back up a").hits.text, "back a");
    assert.equal(plan("q=how to").hits.text, "to");
  });

  test("a facet in use is counted without its own selection", () => {
    const { hits, counts } = plan("q=redis&keyword=cache");
    assert.match(hits.filter, /keywords/);
    assert.equal(counts.length, 1);
    assert.doesNotMatch(counts[0]?.filter ?? "", /keywords/);
    assert.deepEqual(counts[0]?.facets, ["keywords"]);
    assert.equal(counts[0]?.limit, 0);
  });

  test("what is typed is chosen like what is ticked", () => {
    assert.deepEqual(plan("q=redis keyword:cache&keyword=db").facets.keyword, ["db", "cache"]);
    assert.deepEqual(plan("q=redis -keyword:cache").facets.keyword, []);
  });

  test("without words the most recent come first; a chosen order wins and wants every word", () => {
    assert.deepEqual(plan("q=").hits.sort, ["updatedTs:desc", "name:asc"]);
    assert.equal(plan("q=").ranked, false);
    assert.deepEqual(plan("q=redis").hits.sort, []);
    const byName = plan("q=redis cluster&sort=name").hits;
    assert.deepEqual([byName.sort, byName.leaveOut], [["name:asc"], "none"]);
  });

  test("words reach the engine as words: nothing typed means anything else to it", () => {
    assert.equal(
      plan('q=redis "hot standby" -"old one"').hits.text,
      'redis hot standby "hot standby" -"old one"',
    );
    assert.equal(plan('q=a:b "').hits.text, "a b");
    assert.equal(plan("q=- -- redis").hits.text, "redis");
  });

  test("a chart named like what a qualifier asks for is looked for first", () => {
    const { hits, ranked, sought } = plan("q=image:redis");
    assert.deepEqual([hits.text, ranked, sought.joined], ["redis", true, "redis"]);
    assert.equal(plan("q=value:ingress.enabled").hits.text, "");
  });

  test("several words are also asked for by their meaning, long questions by their two most telling words", () => {
    assert.deepEqual(plan("q=redis").joining, []);
    assert.deepEqual(
      plan("q=message brokers").joining.map(({ text }) => text),
      ["mq"],
    );
    const [meaning, ...single] = plan("q=how do I reboot nodes after kernel updates").joining;
    assert.equal(meaning?.text, "reboot node after kernel updat");
    assert.deepEqual(
      single.map(({ text }) => text),
      ["reboot", "kernel"],
    );
  });

  test("behind the window the list goes on where it was left, without those that joined it", () => {
    const behind = planBehindWindow(plan("q=redis cluster"), ["a", "b"], 120, 20);
    assert.deepEqual([behind.offset, behind.limit], [118, 20]);
    assert.match(behind.filter, /id NOT IN \["a", "b"\]/);
  });
});

test("of a chart's address in a registry its name is looked for, not host and tag", () => {
  assert.equal(plan("q=oci://127.0.0.1:5000/data/redis:8.4.2").hits.text, "redis");
  assert.equal(plan(`q=OCI://registry.example/redis@sha256:${"a".repeat(64)}`).hits.text, "redis");
  assert.equal(plan("q=oci://registry.example").hits.text, "oci registry example");
});

describe("digests", () => {
  const hex = "4bf3a1".padEnd(64, "0");

  test("pasted as they are, or as a qualifier, ask for what has them", () => {
    for (const text of [`sha256:${hex}`, hex, `digest:sha256:${hex}`, `digest:${hex}`]) {
      const { hits, ranked } = plan(`q=${text}`);
      assert.ok(hits.filter.includes(`digests STARTS WITH "sha256:${hex}"`), `${text}: ${hits.filter}`);
      assert.deepEqual([hits.text, ranked], ["", false]);
    }
    assert.ok(plan("q=sha256:4bf3a1").hits.filter.includes('digests STARTS WITH "sha256:4bf3a1"'));
  });

  test("words that only look a little like one are words", () => {
    assert.equal(plan("q=cafe").hits.text, "cafe");
    assert.equal(plan("q=sha256").hits.text, "sha256");
  });
});
