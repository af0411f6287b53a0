import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { diffTexts, type TextDifference } from "#lib/chart/compare/text-diff.ts";
import { withinProcessorTime } from "../../../support/processor-time.ts";

function differ(from: string, to: string): TextDifference {
  const outcome = diffTexts(from, to);
  assert.equal(outcome.kind, "computed");
  assert.ok(outcome.kind === "computed");
  return outcome.difference;
}

/** `-2 old`, `+2 new`, ` 1,1 same`, with `[…]` around what is marked. */
function outline({ hunks }: TextDifference): readonly string[] {
  const marks = { removed: "-", added: "+", same: " " } as const;
  return hunks.flatMap(({ lines }) =>
    lines.map(({ kind, from, to, runs }) => {
      const text = runs.map((run) => (run.changed ? `[${run.text}]` : run.text)).join("");
      return `${marks[kind]}${[from, to].filter((one) => one !== null).join()} ${text}`;
    }),
  );
}

describe("two texts", () => {
  test("that are equal have no difference", () => {
    assert.deepEqual(differ("a\nb\n", "a\nb\n"), {
      hunks: [],
      added: 0,
      removed: 0,
      left: 0,
      lineEnds: false,
    });
  });

  test("have the words marked that changed in a line", () => {
    const from = "one: 1\nimage: example.org/web # the server\nlast: 1\n";
    const to = "one: 1\nimage: example.net/web # the server\nlast: 1\n";
    assert.deepEqual(outline(differ(from, to)), [
      " 1,1 one: 1",
      "-2 image: example.[org]/web # the server",
      "+2 image: example.[net]/web # the server",
      " 3,3 last: 1",
    ]);
  });

  test("have no words marked where lines have little in common, or others are behind them", () => {
    assert.deepEqual(outline(differ("something: else\n", "nothing at all of that\n")), [
      "-1 something: else",
      "+1 nothing at all of that",
    ]);
    assert.deepEqual(outline(differ("a: 1\n", "a: 2\nb: 3\n")), ["-1 a: 1", "+1 a: 2", "+2 b: 3"]);
  });

  test("have no words marked in very long lines", () => {
    const long = "word ".repeat(100);
    const { hunks } = differ(`${long}one\n`, `${long}two\n`);
    assert.deepEqual(
      hunks.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.filter((run) => run.changed))),
      [],
    );
  });

  test("show three lines around a change", () => {
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);
    const changed = lines.with(10, "ten").with(25, "25");
    const { hunks } = differ(lines.join("\n"), changed.join("\n"));
    assert.deepEqual(
      hunks.map((hunk) => hunk.lines.length),
      [8, 8],
    );
  });

  test("that differ in their line ends alone differ in nothing else", () => {
    const { hunks, lineEnds } = differ("a\r\nb\r\n", "a\nb\n");
    assert.deepEqual([hunks, lineEnds], [[], true]);
  });

  test("a line that ends a file without a line end is a line", () => {
    assert.deepEqual(outline(differ("a", "a\nb")), ["-1 a", "+1 a", "+2 b"]);
  });

  test("give the one with what was removed, and the other with what was added", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "c: d e f", "", "  x"))
      .map((lines) => lines.map((line) => `${line}\n`).join(""));
    fc.assert(
      fc.property(text, text, (from, to) => {
        const { hunks, added, removed } = differ(from, to);
        const lines = hunks.flatMap((hunk) => hunk.lines);
        const [old, fresh] = [from.split("\n"), to.split("\n")];
        const textOf = (line: (typeof lines)[number]) => line.runs.map((run) => run.text).join("");
        for (const line of lines) {
          if (line.from !== null) assert.equal(textOf(line), old[line.from - 1]);
          if (line.to !== null) assert.equal(textOf(line), fresh[line.to - 1]);
        }
        assert.equal(fresh.length - old.length, added - removed);
        assert.equal(lines.filter(({ kind }) => kind === "added").length, added);
      }),
    );
  });
});

describe("two texts end soon that are", () => {
  const random = (lines: number, seed: number) => {
    let state = seed;
    return Array.from({ length: lines }, () => {
      state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
      return String.fromCharCode(97 + ((state >> 16) % 26));
    }).join("\n");
  };
  const cases: readonly [what: string, from: string, to: string][] = [
    ["512 KiB of lines of one letter", random(262_144, 1), random(262_144, 2)],
    ["as many lines as are compared", random(39_000, 1), random(39_000, 2)],
    ["of other lines altogether", "a\n".repeat(30_000), "b\n".repeat(30_000)],
    ["one line of a million letters", "a".repeat(1_000_000), "b".repeat(1_000_000)],
    [
      "many lines of many words",
      "a b c d e f g h ".repeat(25).concat("\n").repeat(40),
      "h g f e d c b a ".repeat(25).concat("\n").repeat(40),
    ],
  ];
  for (const [what, from, to] of cases) {
    test(what, () => {
      withinProcessorTime(1_000, () => diffTexts(from, to));
    });
  }

  test("and it is said that they were not compared", () => {
    const outcome = diffTexts(random(262_144, 1), random(262_144, 2));
    assert.deepEqual(outcome, {
      kind: "failed",
      reason: "The file is too long to be compared line by line.",
    });
  });

  test("and of what is shown is said what is left out, and lines are cut", () => {
    const { left, added, hunks } = differ("", "b\n".repeat(5_000));
    assert.deepEqual([left, added], [2_000, 5_000]);
    assert.equal(hunks[0]?.lines.length, 3_000);
    const [line] = differ("", "x".repeat(5_000)).hunks[0]?.lines ?? [];
    assert.equal(line?.runs[0]?.text.length, 2_001);
  });
});
