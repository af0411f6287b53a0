import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BOX, planDrawing } from "#components/chart/dependencies/plan-drawing.ts";

const node = (name: string, level: number) => ({ name, version: "1.0.0", packed: true, level });
const edge = (from: number, to: number) => ({ from, to, alias: null, enabled: true });

describe("the drawing of a graph", () => {
  const drawing = planDrawing({
    nodes: [node("shop", 0), node("redis", 1), node("kafka", 1), node("a-name-longer-than-its-box", 2)],
    edges: [edge(0, 1), edge(0, 2), edge(2, 3)],
    cut: false,
  });

  test("has a column a level, in which no box covers another", () => {
    const [shop, redis, kafka, common] = drawing.nodes;
    assert.ok((shop?.x ?? 0) + BOX.width < (redis?.x ?? 0));
    assert.equal(redis?.x, kafka?.x);
    assert.ok((kafka?.y ?? 0) >= (redis?.y ?? 0) + BOX.height);
    assert.ok((common?.x ?? 0) + BOX.width <= drawing.width);
    assert.ok((kafka?.y ?? 0) + BOX.height <= drawing.height);
  });

  test("cuts a name to its box, and draws every line", () => {
    assert.equal(drawing.nodes[3]?.name, "a-name-longer-than-it…");
    assert.equal(drawing.edges.length, 3);
    assert.ok(drawing.edges.every(({ path }) => /^M[\d. ]+C[\d. ]+$/.test(path)));
  });
});
