import { gzipSync } from "node:zlib";

/** One entry of a tar archive, honest or not. What is left out is as `helm package` writes it. */
export interface TarItem {
  readonly name: string;
  readonly content?: string | Uint8Array;
  /** The type flag; "0" is a file. */
  readonly type?: string;
  /** What the header says; the content's length if left out. */
  readonly size?: number;
  readonly checksum?: number;
  /** Eight bytes of magic and version; empty is the format before ustar. */
  readonly magic?: string;
  readonly prefix?: string;
  /** The last four bytes. */
  readonly trailer?: string;
}

/** A chart to be packed. */
export interface ChartRecipe {
  readonly name?: string;
  readonly version?: string;
  /** The top folder; the chart's name if left out. */
  readonly folder?: string;
  /** Chart.yaml as a whole, or null for an archive without it; written from name and version if left out. */
  readonly chartYaml?: string | Uint8Array | null;
  /** By path below the top folder. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

const BLOCK = 512;
const USTAR = "ustar\x0000";

/** Two blocks of zeros: the end of a tar archive. */
export const TAR_END = new Uint8Array(2 * BLOCK);

/** The .tgz of a chart, the same bytes every time: Chart.yaml first, then the files as they are listed. */
export function chartArchive(recipe: ChartRecipe = {}): Uint8Array {
  const { name = "demo", version = "1.0.0", folder = name, files = {} } = recipe;
  const { chartYaml = `apiVersion: v2\nname: ${name}\nversion: ${version}\n` } = recipe;
  const all = { ...(chartYaml === null ? {} : { "Chart.yaml": chartYaml }), ...files };
  return archive(Object.entries(all).map(([path, content]) => ({ name: `${folder}/${path}`, content })));
}

/** The .tgz of entries as they are given, in their order. */
export function archive(items: readonly TarItem[]): Uint8Array {
  return gzipSync(tar(items));
}

/** The tar archive of entries as they are given, with its end mark. */
export function tar(items: readonly TarItem[]): Uint8Array {
  return Buffer.concat([...items.map(tarEntry), TAR_END]);
}

/** Header and content of one entry, filled up to whole blocks. */
export function tarEntry(item: TarItem): Uint8Array {
  const content = Buffer.from(item.content ?? "");
  const padding = Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK);
  return Buffer.concat([tarHeader({ size: content.length, ...item }), content, padding]);
}

/** A PAX header for the entry behind it ("x") or for all ("g"), as the POSIX format counts its records. */
export function paxHeader(records: Readonly<Record<string, string>>, type: "x" | "g" = "x"): TarItem {
  const lines = Object.entries(records).map(([key, value]) => {
    const rest = ` ${key}=${value}\n`;
    const length = Buffer.byteLength(rest);
    // The length counts its own digits.
    const digits = String(length + String(length).length).length;
    return `${length + digits}${rest}`;
  });
  return { name: "PaxHeaders/entry", type, content: lines.join("") };
}

function tarHeader(item: TarItem & { readonly size: number }): Uint8Array {
  const header = Buffer.alloc(BLOCK);
  header.write(item.name, 0, 100);
  header.write("0000644\0", 100);
  header.write(`${item.size.toString(8).padStart(11, "0")}\0`, 124);
  header.write("00000000000\0", 136);
  header.write(item.type ?? "0", 156, "latin1");
  header.write(item.magic ?? USTAR, 257, "latin1");
  header.write(item.prefix ?? "", 345, 155);
  header.write(item.trailer ?? "", 508, "latin1");
  header.fill(" ", 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${(item.checksum ?? sum).toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}
