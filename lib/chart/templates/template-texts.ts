import type { ChartText } from "../chart-content.ts";

/** Characters of all files together that are looked through; of 801 real charts the templates of one have 2,100,000 at most. */
const MAX_TEXT = 16 * 1024 * 1024;

const COMMENT = /\{\{-?\s{0,9}\/\*/g;

/** The files that make objects, without Go template comments, whose lines stay as empty ones; NOTES.txt makes none. */
export function templateTexts(templates: readonly ChartText[]): readonly ChartText[] {
  return withinBounds(templates)
    .filter(({ path }) => !path.endsWith("NOTES.txt"))
    .map((file) => ({ ...file, text: withoutComments(file.text) }));
}

/** As many files from the first on as may be looked through. */
export function withinBounds(files: readonly ChartText[]): readonly ChartText[] {
  let room = MAX_TEXT;
  return files.filter(({ text }) => {
    room -= text.length;
    return room >= 0;
  });
}

function withoutComments(text: string): string {
  let kept = "";
  let end = 0;
  for (const { index } of text.matchAll(COMMENT)) {
    if (index < end) continue;
    kept += text.slice(end, index);
    const close = text.indexOf("*/", index);
    // Helm refuses a comment that never ends.
    end = close === -1 ? text.length : close + 2;
    kept += text.slice(index, end).replace(/[^\n]+/g, "");
  }
  return end === 0 ? text : kept + text.slice(end);
}
