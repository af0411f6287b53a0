import { formatCount, formatQuantity } from "#components/ui/format.ts";
import type { CheckReport } from "#lib/chart/check/check-report.ts";

/** What a check comes to, in a few words. */
export interface CheckSummary {
  readonly title: string;
  readonly detail: string;
  readonly clean: boolean;
}

/** Sums up a report for who reads nothing else of it. */
export function summarize({ lines, keys, counts, readable }: CheckReport, version: string): CheckSummary {
  const size = `${formatQuantity(keys, "key")} in ${formatQuantity(lines, "line")}`;
  if (!readable) {
    return {
      title: "Helm cannot read this file.",
      detail: `Keys are checked once that is mended (${formatQuantity(lines, "line")}).`,
      clean: false,
    };
  }
  const looks = counts.type + counts.duplicate + counts.deprecated + counts.doubtful + counts.unused;
  const parts = [
    part(counts.syntax + counts.schema, (count) => `${formatQuantity(count, "thing")} Helm refuses`),
    part(counts.unknown, (count) => formatQuantity(count, "unknown key")),
    part(
      counts.vanished,
      (count) => `${formatQuantity(count, "key")} that ${count === 1 ? "is" : "are"} gone`,
    ),
    part(looks, (count) => `${formatQuantity(count, "thing")} worth a look`),
  ].filter((one) => one !== null);
  const idle = part(counts.default, (count) => `${formatCount(count)} set to the default`);
  if (parts.length === 0) {
    const tail = idle === null ? "" : `; ${idle}`;
    return {
      title: "Nothing wrong.",
      detail: `${size}, all of them right for ${version}${tail}.`,
      clean: true,
    };
  }
  const found = [...parts, ...(idle === null ? [] : [idle])].join(", ");
  return {
    title: `${found.charAt(0).toUpperCase()}${found.slice(1)}.`,
    detail: `${size}, checked against ${version}.`,
    clean: false,
  };
}

function part(count: number, words: (count: number) => string): string | null {
  return count === 0 ? null : words(count);
}
