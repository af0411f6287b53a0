import assert from "node:assert/strict";
import { test } from "node:test";
import { createSubchartRoom } from "#lib/chart/values/values-problem.ts";

test("the values of subcharts have room for what one file may hold, whatever their number", () => {
  const hasRoom = createSubchartRoom();
  const values = "a: 1\n".repeat(25_000);
  assert.deepEqual([hasRoom(values), hasRoom(values), hasRoom(values)], [true, false, false]);
});

test("the texts of subcharts, schemas too, have room for a megabyte", () => {
  const hasRoom = createSubchartRoom();
  const text = "x".repeat(300_000);
  assert.deepEqual([hasRoom(text, text), hasRoom(text), hasRoom(text)], [true, true, false]);
});
