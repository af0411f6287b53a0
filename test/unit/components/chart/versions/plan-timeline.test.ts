import assert from "node:assert/strict";
import { test } from "node:test";
import { planTimeline } from "#components/chart/versions/plan-timeline.ts";
import { summary } from "../releases.ts";

const DAY = 86_400_000;
const START = Date.UTC(2020, 0, 1);
const released = (version: string, day: number) =>
  summary(version, { created: new Date(START + day * DAY).toISOString() });

test("each major version has its line, newest first, and each release its place in time", () => {
  const versions = [released("2.0.0", 1000), released("1.1.0", 500), released("1.0.0", 0)];
  const [last = summary("0")] = versions;
  const timeline = planTimeline([...versions, summary("0.1.0")], last);
  assert.deepEqual(
    timeline?.lanes.map(({ title, points }) => [title, points.map(({ x, release }) => [x, release.version])]),
    [
      ["2.x", [[98.5, "2.0.0"]]],
      [
        "1.x",
        [
          [1.5, "1.0.0"],
          [50, "1.1.0"],
        ],
      ],
    ],
  );
  assert.equal(timeline?.releases, 3);
  assert.deepEqual(
    timeline?.years.map(({ year }) => year),
    [2021, 2022],
  );
  assert.equal(timeline?.lanes[0]?.points[0]?.current, true);
});

test("there is none of fewer than three releases, or of one moment", () => {
  const one = released("1.0.0", 0);
  assert.equal(planTimeline([one, released("1.1.0", 9)], one), null);
  assert.equal(planTimeline([one, released("1.1.0", 0), released("1.2.0", 0)], one), null);
  assert.equal(planTimeline([], one), null);
});

test("5,000 releases of a thousand major versions are few points on few lines", () => {
  const versions = Array.from({ length: 5_000 }, (_, at) =>
    released(`${1_000 - Math.floor(at / 5)}.${at}.0`, 5_000 - at),
  );
  const timeline = planTimeline(versions, versions[0] ?? summary("0"));
  const points = timeline?.lanes.flatMap((lane) => lane.points) ?? [];
  assert.equal(timeline?.lanes.length, 6);
  assert.equal(timeline?.lanes[5]?.title, "up to 995.x");
  assert.ok(points.length <= 6 * 121, `${points.length}`);
  assert.equal(
    points.reduce((sum, { count }) => sum + count, 0),
    5_000,
  );
  assert.ok((timeline?.years.length ?? 99) <= 8);
});
