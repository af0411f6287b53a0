import { chartArchive } from "../../support/archive-builder.ts";
import { writeChart, writeIndex } from "../../support/layout-folder.ts";

/** What stands in the longest values files, made longer: the longest of 801 real ones has 6,000 lines. */
export const LARGE_LINES = 10_000;

const COMPONENTS = 320;
const KEYS = 25;
const WORDS = [
  "replicas",
  "timeout",
  "storage class",
  "node selector",
  "image tag",
  "log level",
  "host name",
];
const VALUES = ['""', "3", "true", "[]", "{}", "30s", "[ReadWriteOnce]", "registry.example.com/one"];

/** A values.yaml of 10,000 lines and 8,000 keys, each with words behind it. */
export function largeValues(): string {
  const lines: string[] = [];
  for (let component = 0; component < COMPONENTS; component++) {
    const name = `component${String(component).padStart(3, "0")}`;
    lines.push(
      "",
      `# What ${name} is made of, and how it`,
      "# gets on with the others.",
      "#",
      "",
      `${name}:`,
    );
    for (let key = 0; key < KEYS; key++) {
      const word = WORDS[(component + key) % WORDS.length] ?? "";
      const value = VALUES[(component * 3 + key) % VALUES.length] ?? "";
      lines.push(`  setting${key}: ${value} # Its ${word}, if any`);
    }
  }
  while (lines.length < LARGE_LINES) lines.push("");
  return `${lines.slice(0, LARGE_LINES).join("\n")}\n`;
}

/** Writes a layout with the one chart `large`. */
export async function writeLargeChart(folder: string): Promise<void> {
  const archive = chartArchive({ name: "large", files: { "values.yaml": largeValues() } });
  await writeIndex(folder, [
    await writeChart(folder, archive, { "org.opencontainers.image.ref.name": "large:1.0.0" }),
  ]);
}
