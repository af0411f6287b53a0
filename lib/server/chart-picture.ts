import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { LRUCache } from "lru-cache";
import { ImageResponse } from "next/og.js";
import pLimit from "p-limit";
import { type CSSProperties, createElement, type ReactElement, type ReactNode } from "react";
import type { PictureTexts } from "../formats/picture-texts.ts";

/** Size in pixels, as Open Graph's readers want it. */
const PICTURE_SIZE = { width: 1200, height: 630 };

const FONTS = "node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-";
const FONT_NAME = "Atkinson Hyperlegible Next";
/** The tokens of the day (app/globals.css); a picture does not know who looks at it. */
const PAPER = "#fbfaf6";
const INK = "#14202a";
const INK_2 = "#435260";
const SIGNAL = "#a3195f";
const SEA = "#d2e6ef";

/** A word that is longer than a line breaks within. */
const BROKEN = { wordBreak: "break-word" } as const;

/** A picture is about 100 kB. */
const MAX_CACHED_BYTES = 32 * 1024 * 1024;
/** Drawing one takes a fifth of a second of one core. */
const MAX_WAITING = 20;

const drawing = pLimit(1);
const drawn = new LRUCache<string, Uint8Array>({
  maxSize: MAX_CACHED_BYTES,
  sizeCalculation: (png, key) => png.byteLength + key.length,
});

let materials: Promise<Materials> | null = null;

/**
 * The picture of a chart as PNG; null if too many are being drawn. One at a time, and each once. The library asks other hosts for
 * what its fonts lack, letters and emoji alike: `PictureTexts` holds nothing else than these fonts have.
 */
export async function drawChartPicture(texts: PictureTexts): Promise<Uint8Array | null> {
  const key = JSON.stringify(texts);
  const known = drawn.get(key);
  if (known !== undefined) return known;
  if (drawing.pendingCount >= MAX_WAITING) return null;
  return drawing(async () => {
    const meanwhile = drawn.get(key);
    if (meanwhile !== undefined) return meanwhile;
    materials ??= readMaterials();
    const { fonts, contours } = await materials;
    const response = new ImageResponse(picture(texts, contours), { ...PICTURE_SIZE, fonts: [...fonts] });
    const png = new Uint8Array(await response.arrayBuffer());
    drawn.set(key, png);
    return png;
  });
}

interface Materials {
  readonly fonts: readonly { name: string; data: Buffer; weight: 400 | 700; style: "normal" }[];
  /** The depth contours, as an address. */
  readonly contours: string;
}

async function readMaterials(): Promise<Materials> {
  const root = process.cwd();
  const fonts = await Promise.all(
    ([400, 700] as const).map(async (weight) => ({
      name: FONT_NAME,
      data: await readFile(join(/* turbopackIgnore: true */ root, `${FONTS}${weight}-normal.woff`)),
      weight,
      style: "normal" as const,
    })),
  );
  const svg = await readFile(join(/* turbopackIgnore: true */ root, "app/isobaths.svg"), "utf8");
  const coloured = svg.replace('stroke="#000"', 'stroke="#b9d5e2"');
  return { fonts, contours: `data:image/svg+xml;base64,${Buffer.from(coloured).toString("base64")}` };
}

function picture(
  { name, version, detail, description, place }: PictureTexts,
  contours: string,
): ReactElement {
  return box(
    {
      flexDirection: "column",
      justifyContent: "space-between",
      width: "100%",
      height: "100%",
      backgroundColor: PAPER,
      color: INK,
      fontFamily: FONT_NAME,
    },
    createElement("img", {
      src: contours,
      width: 1750,
      height: 300,
      style: { position: "absolute", top: 0, right: 0 },
    }),
    box({
      position: "absolute",
      top: 0,
      left: 0,
      width: "100%",
      height: 300,
      backgroundImage: `linear-gradient(rgba(251, 250, 246, 0.2), ${PAPER})`,
    }),
    box({ flexDirection: "column", flex: 1, overflow: "hidden", padding: "64px 72px 0 72px" }, [
      box({ fontSize: 30, color: INK_2, fontWeight: 700 }, "Chartroom"),
      box({ marginTop: 48, fontSize: nameSize(name), fontWeight: 700, lineHeight: 1.05, ...BROKEN }, name),
      box({ marginTop: 20, fontSize: 38, color: INK_2 }, [
        box({ color: SIGNAL, fontWeight: 700, marginRight: 24 }, version),
        box({}, detail),
      ]),
      box({ marginTop: 28, fontSize: 32, lineHeight: 1.35, color: INK_2, ...BROKEN }, description),
    ]),
    box({ flexShrink: 0, padding: "22px 72px", backgroundColor: SEA, fontSize: 28, color: INK_2 }, place),
  );
}

/** Every element that holds others says how they lie; the library wants it so. */
function box(style: CSSProperties, ...children: ReactNode[]): ReactElement {
  return createElement("div", { style: { display: "flex", ...style } }, ...children.flat());
}

function nameSize(name: string): number {
  if (name.length <= 20) return 92;
  return name.length <= 40 ? 60 : 44;
}
