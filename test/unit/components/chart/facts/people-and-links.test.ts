import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { linksOf, peopleOf } from "#components/chart/facts/people-and-links.ts";

describe("who looks after a chart", () => {
  test("is renamed by the annotation that has the same address, which adds the others", () => {
    const maintainers = [
      { name: "ada", email: "Ada@harbour.example", url: "https://ada.example" },
      { name: "Team", email: null, url: null },
    ];
    const annotated = [
      { name: "Ada Byron", email: "ada@harbour.example" },
      { name: "Mary", email: "mary@harbour.example" },
    ];
    assert.deepEqual(peopleOf(maintainers, annotated), [
      { name: "Ada Byron", email: "Ada@harbour.example", url: "https://ada.example" },
      { name: "Team", email: null, url: null },
      { name: "Mary", email: "mary@harbour.example", url: null },
    ]);
  });
});

describe("the links of a chart", () => {
  test("have the annotation's names, each address once, and support is known", () => {
    const links = linksOf(
      { home: "https://redis.example/", sources: ["https://git.example/redis", "https://redis.example"] },
      [
        { name: "Source code", url: "https://git.example/redis" },
        { name: "support", url: "https://help.example" },
      ],
    );
    assert.deepEqual(links, [
      { href: "https://redis.example/", label: "redis.example", support: false },
      { href: "https://git.example/redis", label: "Source code", support: false },
      { href: "https://help.example/", label: "support", support: true },
    ]);
  });

  test("lead to the web and nowhere else", () => {
    // Attack: an address that runs.
    const links = linksOf({ home: "javascript:alert(1)", sources: ["data:text/html,x"] }, [
      { name: "x", url: "javascript:alert(2)" },
    ]);
    assert.deepEqual(links, []);
  });
});
