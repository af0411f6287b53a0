/** A depth contour: an SVG path, and whether it is one of the heavier lines by which depths are counted. */
export interface ContourLine {
  readonly path: string;
  readonly major: boolean;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The sheet the lines are drawn on, in SVG units. */
export const SHEET = { width: 1400, height: 240 } as const;

const CELL = 30;
/** Points nearer than this to the one before only make kinks. */
const SPACING = 28;
const LEVELS = 17;
const MAJOR_EVERY = 4;

/** Shoals (positive) and deeps (negative) of an invented sea: centre, radius, height in contour levels. */
const FEATURES = [
  { x: 330, y: 250, radius: 150, height: 2.6 },
  { x: 700, y: 40, radius: 170, height: -2.4 },
  { x: 935, y: 200, radius: 120, height: 3.2 },
  { x: 1180, y: 60, radius: 130, height: 3.6 },
  { x: 1345, y: 215, radius: 110, height: -2.2 },
] as const;

/** Depth at a point, in contour levels: a shelf that falls off to the right, some swell, and the features. */
function depthAt(x: number, y: number): number {
  const shelf = 1 + (x / SHEET.width) * 4 + (y / SHEET.height) * 4.2;
  const swell = 0.55 * Math.sin(x / 97 + y / 61) + 0.4 * Math.sin(x / 53 - y / 83 + 2);
  const features = FEATURES.map(
    (feature) =>
      feature.height * Math.exp(-((x - feature.x) ** 2 + (y - feature.y) ** 2) / feature.radius ** 2),
  );
  return features.reduce((depth, height) => depth - height, shelf + swell);
}

/** The contours of the sea, the same at every call: marching squares over a coarse grid, rounded by quadratic curves. */
export function contourLines(): readonly ContourLine[] {
  return Array.from({ length: LEVELS }, (_, level) => ({
    path: chains(segmentsAt(level * 0.8 + 0.5))
      .map(thin)
      .filter((line) => line.length > 3)
      .map(smoothPath)
      .join(""),
    major: level % MAJOR_EVERY === 2,
  })).filter((line) => line.path !== "");
}

/** The pieces of one contour: in every cell, between the sides on which the depth passes the level. */
function segmentsAt(level: number): readonly (readonly [Point, Point])[] {
  const segments: (readonly [Point, Point])[] = [];
  for (let y = -CELL; y <= SHEET.height; y += CELL) {
    for (let x = -CELL; x <= SHEET.width; x += CELL) {
      const corners = [
        { x, y },
        { x: x + CELL, y },
        { x: x + CELL, y: y + CELL },
        { x, y: y + CELL },
      ];
      const crossings = corners.flatMap((from, side) =>
        crossing(from, corners[(side + 1) % 4] ?? from, level),
      );
      // Four crossings are a saddle; joining them in order is one of its two right answers.
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const [from, to] = [crossings[i], crossings[i + 1]];
        if (from !== undefined && to !== undefined) segments.push([from, to]);
      }
    }
  }
  return segments;
}

/** Where a cell's side meets the level: no point or one. The side is looked at in one direction, so that both its cells agree. */
function crossing(a: Point, b: Point, level: number): readonly Point[] {
  const [from, to] = a.x < b.x || a.y < b.y ? [a, b] : [b, a];
  const [start, end] = [depthAt(from.x, from.y), depthAt(to.x, to.y)];
  if (start < level === end < level) return [];
  const part = (level - start) / (end - start);
  return [{ x: Math.round(from.x + (to.x - from.x) * part), y: Math.round(from.y + (to.y - from.y) * part) }];
}

/** Segments joined end to end into lines. */
function chains(segments: readonly (readonly [Point, Point])[]): readonly (readonly Point[])[] {
  const left = new Set(segments);
  const lines: Point[][] = [];
  for (const segment of left) {
    left.delete(segment);
    const line: Point[] = [...segment];
    for (const atEnd of [true, false]) {
      for (let next = takeNext(left, line, atEnd); next !== null; next = takeNext(left, line, atEnd)) {
        if (atEnd) line.push(next);
        else line.unshift(next);
      }
    }
    lines.push(line);
  }
  return lines;
}

function takeNext(left: Set<readonly [Point, Point]>, line: readonly Point[], atEnd: boolean): Point | null {
  const tip = line.at(atEnd ? -1 : 0);
  if (tip === undefined) return null;
  for (const segment of left) {
    const [from, to] = segment;
    const next = same(from, tip) ? to : same(to, tip) ? from : null;
    if (next === null) continue;
    left.delete(segment);
    return next;
  }
  return null;
}

function same(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y;
}

/** The line without the points that crowd; its ends stay. A ring comes back cut in the middle of a piece, where a curve has no corner. */
function thin(line: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of line) {
    const last = kept.at(-1);
    if (last === undefined || Math.hypot(point.x - last.x, point.y - last.y) >= SPACING) kept.push(point);
  }
  const [first, second] = kept;
  const end = line.at(-1);
  if (first === undefined || second === undefined || end === undefined) return kept;
  if (!same(first, end)) return [...kept.slice(0, -1), end];
  const cut = middle(first, second);
  return [cut, ...kept.slice(1), first, cut];
}

/** A curve through the middles of a line's pieces, in relative whole units to keep the markup small. */
function smoothPath(line: readonly Point[]): string {
  const [first, ...rest] = line;
  if (first === undefined) return "";
  let at = first;
  let path = `M${pair(first, { x: 0, y: 0 })}`;
  for (const [index, bend] of rest.slice(0, -1).entries()) {
    const after = rest[index + 1] ?? bend;
    const end = index === rest.length - 2 ? after : middle(bend, after);
    path += `q${pair(bend, at)} ${pair(end, at)}`;
    at = end;
  }
  return path;
}

function middle(a: Point, b: Point): Point {
  return { x: Math.round((a.x + b.x) / 2), y: Math.round((a.y + b.y) / 2) };
}

/** A point seen from another as two numbers of a path; a minus sign separates as well as a space does. */
function pair(to: Point, from: Point): string {
  const [x, y] = [to.x - from.x, to.y - from.y];
  return y < 0 ? `${x}${y}` : `${x} ${y}`;
}
