import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { planContents } from "#components/chart/readme/plan-contents.ts";

/** Headings by their Markdown: `## Values`. */
const headings = (...lines: readonly string[]) =>
  lines.map((line, index) => ({
    level: line.indexOf(" "),
    text: line.slice(line.indexOf(" ") + 1),
    id: String(index),
  }));
const listed = (...lines: readonly string[]) =>
  planContents(headings(...lines)).map(({ text, inner }) => (inner ? `- ${text}` : text));

describe("the contents of a README", () => {
  test("leave out its title and what is deeper than two levels", () => {
    const lines = ["# Redis", "## Install", "### Helm", "#### Flags", "## Values", "### Auth", "## Licence"];
    assert.deepEqual(listed(...lines), ["Install", "- Helm", "Values", "- Auth", "Licence"]);
  });
  test("begin with the first heading where there is no title", () => {
    assert.deepEqual(listed("# A", "# B", "## C", "# D", "# E"), ["A", "B", "- C", "D", "E"]);
    assert.deepEqual(listed("## A", "# B", "# C", "# D", "# E"), ["- A", "B", "C", "D", "E"]);
  });
  test("are none for a short one, and never more than a hundred", () => {
    assert.deepEqual(listed(), []);
    assert.deepEqual(listed("# A", "## B", "## C", "## D", "## E"), []);
    assert.equal(listed(...Array.from({ length: 500 }, (_, index) => `# ${index}`)).length, 100);
  });
});
