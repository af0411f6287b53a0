import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import { extract, pack } from "tar-stream";
import { parse } from "yaml";
import { packArchive } from "#demo/helm-package.ts";
import { readDemoRecipes } from "#demo/pack-charts.ts";
import { readRealArchives } from "../test/real/support/real-archives.ts";
import { tarEntry } from "../test/support/archive-builder.ts";

/** A chart that any number of releases can be made of. */
export interface ChartMould {
  readonly name: string;
  /** Bytes of the archive it was made of. */
  readonly size: number;
  /** The archive and the config of a version; the bytes are no other version's. */
  cast(version: string): { readonly archive: Uint8Array; readonly config: string };
}

/** Sizes of 22,050 real archives, bytes, by the share that is smaller. */
const REAL_SIZES = [
  [0, 1_000],
  [0.5, 12_000],
  [0.9, 94_000],
  [0.99, 414_000],
  [1, 2_000_000],
] as const;
/** Moulds made of the sample charts, which are few. */
const SAMPLE_MOULDS = 150;

/** The charts in CHARTROOM_REAL_CHARTS, or else the sample charts filled up to the sizes of real ones; smallest first. */
export async function readMoulds(): Promise<readonly ChartMould[]> {
  const moulds = process.env.CHARTROOM_REAL_CHARTS ? await realMoulds() : await sampleMoulds();
  return moulds.toSorted((a, b) => a.size - b.size);
}

async function realMoulds(): Promise<readonly ChartMould[]> {
  const moulds: ChartMould[] = [];
  for (const { file } of await readRealArchives()) {
    const mould = await createMould(await readFile(file));
    if (mould !== null) moulds.push(mould);
  }
  return moulds;
}

async function sampleMoulds(): Promise<readonly ChartMould[]> {
  const recipes = [...(await readDemoRecipes())];
  const moulds: ChartMould[] = [];
  for (let at = 0; at < SAMPLE_MOULDS; at += 1) {
    const [path, recipe] = recipes[at % recipes.length] ?? [];
    const release = recipe?.releases.find(({ hostileEntry }) => hostileEntry === null);
    if (path === undefined || release === undefined) continue;
    const bare = await packArchive(basename(path), release);
    // Half of what is filled in is lost again to gzip, as it is with hexadecimal digits.
    const missing = Math.max(0, realSize((at + 0.5) / SAMPLE_MOULDS) - bare.length);
    const filling = { path: "files/filling.txt", bytes: Buffer.from(digits(2 * missing)) };
    const archive = await packArchive(basename(path), { ...release, files: [...release.files, filling] });
    const mould = await createMould(archive);
    if (mould !== null) moulds.push(mould);
  }
  return moulds;
}

/** Null for an archive whose version is not to be changed so simply. */
async function createMould(archive: Uint8Array): Promise<ChartMould | null> {
  const rest = pack();
  const restBytes = buffer(rest);
  let chart: { readonly path: string; readonly text: string } | null = null;
  for await (const entry of Readable.from([gunzipSync(archive)]).pipe(extract())) {
    const bytes = await buffer(entry);
    const { name, type } = entry.header;
    if (/^[^/.]+\/Chart\.yaml$/.test(name)) chart = { path: name, text: bytes.toString() };
    else if (type === "file") rest.entry({ name }, bytes);
  }
  rest.finalize();
  const packedRest = gzipSync(await restBytes);
  const lines = chart?.text.split(/\r?\n/) ?? [];
  const versions = lines.filter((line) => /^version:/.test(line));
  if (chart === null || versions.length !== 1) return null;
  const { path } = chart;
  return {
    name: path.slice(0, path.indexOf("/")),
    size: archive.length,
    cast(version) {
      const text = lines.map((line) => (/^version:/.test(line) ? `version: ${version}` : line)).join("\n");
      // Members of a gzip file may follow one another, so what does not change is packed once.
      const first = gzipSync(tarEntry({ name: path, content: text }));
      return { archive: Buffer.concat([first, packedRest]), config: JSON.stringify(parse(text)) };
    },
  };
}

function realSize(share: number): number {
  const at = REAL_SIZES.findIndex(([upTo]) => share <= upTo);
  const [[from, small] = [0, 0], [to, large] = [1, 0]] = REAL_SIZES.slice(Math.max(0, at - 1));
  return Math.round(small * (large / small) ** ((share - from) / (to - from)));
}

/** Text that is hard to pack and the same every time. */
function digits(length: number): string {
  const blocks = Array.from({ length: Math.ceil(length / 64) }, (_, at) =>
    createHash("sha256").update(String(at)).digest("hex"),
  );
  return blocks.join("").slice(0, length);
}
