import { gzipSync } from "node:zlib";

/** What a browser fetches of scripts before a page is whole. */
export interface FirstLoad {
  /** Bytes after gzip, of all files together. */
  readonly bytes: number;
  readonly scripts: readonly { readonly path: string; readonly bytes: number }[];
}

/** The most a page may load, bytes after gzip; an empty page of this framework takes 135,000 of it. */
export const MAX_FIRST_LOAD = 165_000;

const SCRIPT_TAG = /<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g;
const PRELOAD_TAG = /<link\b[^>]*\bhref="([^"]+\.js[^"]*)"[^>]*>/g;

/** Sums up the scripts a page's HTML names; those for browsers without modules are loaded by none that is alive. */
export async function measureFirstLoad(page: string): Promise<FirstLoad> {
  const html = await (await fetch(page)).text();
  const tags = [...html.matchAll(SCRIPT_TAG), ...html.matchAll(PRELOAD_TAG)];
  const modern = tags.filter(([tag]) => !/\snomodule\b/i.test(tag));
  const addresses = new Set(modern.map(([, address = ""]) => new URL(address, page).href));
  if (addresses.size === 0) throw new Error(`${page} names no script: this is no page of the app`);
  const scripts = await Promise.all(
    [...addresses].map(async (address) => {
      const script = Buffer.from(await (await fetch(address)).arrayBuffer());
      return { path: new URL(address).pathname, bytes: gzipSync(script).length };
    }),
  );
  return { bytes: scripts.reduce((sum, script) => sum + script.bytes, 0), scripts };
}
