import { parse } from "yaml";
import { tagOfVersion } from "../../chart/version.ts";
import { isRecord } from "../../oci/body.ts";
import { type Digest, parseDigest, type Tag } from "../../oci/reference.ts";
import type { IndexBlock } from "./index-blocks.ts";

/** What an index says of one release. */
export interface IndexRelease {
  readonly kind: "release";
  readonly chart: string;
  readonly tag: Tag;
  /** As written: absolute, or relative to the index. Helm looks at the first alone. */
  readonly url: string;
  /** Of the archive; null if the index names none. */
  readonly digest: Digest | null;
  readonly created: string | null;
}

/** An entry that cannot be used; `tag` is null if not even its version is known. */
export interface IndexProblem {
  readonly kind: "problem";
  readonly chart: string;
  readonly tag: Tag | null;
  /** How the entry is called: its chart, and its version as far as that can be told. */
  readonly name: string;
  readonly reason: string;
}

const MAX_VERSION_LENGTH = 256;
const MAX_URL_LENGTH = 4_096;
const MAX_CREATED_LENGTH = 64;

/** One block of an index, understood: an entry that is wrong is wrong alone. */
export function parseIndexEntry(block: IndexBlock): IndexRelease | IndexProblem {
  const chart = ownText(block.chart);
  if (block.kind === "problem")
    return { kind: "problem", chart, tag: null, name: chart, reason: block.reason };
  const data = parseBlock(block.text, block.format);
  const version = data === null ? null : textOf(data.version, MAX_VERSION_LENGTH);
  const tag = version === null ? null : tagOfVersion(version);
  const name = version === null ? chart : `${chart} ${version}`;
  const problem = (reason: string): IndexProblem => ({ kind: "problem", chart, tag, name, reason });

  if (data === null) return problem("the entry cannot be parsed");
  if (version === null) return problem("the entry has no version");
  if (tag === null) return problem("the version is none that a tag can hold");
  const url = Array.isArray(data.urls) ? textOf(data.urls[0], MAX_URL_LENGTH) : null;
  if (url === null) return problem("the entry has no address of an archive");
  const stated = textOf(data.digest, 100) ?? "";
  const digest = parseDigest(stated.startsWith("sha256:") ? stated : `sha256:${stated}`);
  if (stated !== "" && digest === null) return problem("the entry's digest is no sha256 digest");
  return { kind: "release", chart, tag, url, digest, created: textOf(data.created, MAX_CREATED_LENGTH) };
}

/** Every YAML scalar is taken as text, as it was written: a version such as 1.10 is no number. No alias is followed. */
function parseBlock(text: string, format: "json" | "yaml"): Readonly<Record<string, unknown>> | null {
  try {
    const data: unknown =
      format === "json"
        ? JSON.parse(text)
        : parse(text, { schema: "failsafe", maxAliasCount: 0, logLevel: "error", stringKeys: true });
    return isRecord(data) ? data : null;
  } catch {
    return null;
  }
}

/** Text of a bounded length; null for nothing, for what YAML writes for nothing, and for anything else. */
function textOf(value: unknown, maxLength: number): string | null {
  if (typeof value !== "string" || value.length > maxLength) return null;
  return value === "" || value === "null" || value === "~" ? null : ownText(value);
}

/** A copy, for a part of a text keeps the whole of it in memory for as long as it lives. */
function ownText(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}
