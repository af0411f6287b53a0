import { CONNECTIONS } from "#lib/source/registry-source.ts";
import { type Cost, measureIndexing } from "./indexing.ts";

/** Indexing as a registry grows, beside what cannot be saved: a table of Markdown. */
export async function benchmarkIndexing(): Promise<string> {
  const rows = (await measureIndexing()).map(({ releases, megabytes, download, full, tags, unchanged }) => [
    releases,
    megabytes.toFixed(1),
    format(download),
    format(full),
    ratio(full, download),
    format(tags),
    format(unchanged),
    ratio(unchanged, tags),
  ]);
  return [
    `Wall clock and, in brackets, processor time of the reading process, seconds; ${CONNECTIONS} requests at a time.`,
    "",
    "| releases | MB | bare download | full index | ratio | bare tags lists | no-change pass | ratio |",
    "|--:|--:|--:|--:|--:|--:|--:|--:|",
    ...rows.map((cells) => `| ${cells.join(" | ")} |`),
    "",
  ].join("\n");
}

function format({ wall, cpu }: Cost): string {
  return `${wall.toFixed(2)} (${cpu.toFixed(2)})`;
}

function ratio(measured: Cost, floor: Cost): string {
  return (measured.wall / floor.wall).toFixed(2);
}
