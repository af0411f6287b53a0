import { parseDocument } from "yaml";
import { oneLine } from "./one-line.ts";

const MAX_ALIASES = 100;

/** A text that is not YAML, with a reason of one line. */
export class YamlError extends Error {
  override readonly name = "YamlError";
}

/**
 * The value of a YAML text in which every scalar is the text its author wrote: `1.10` is no number and `2024-01-02` no date.
 * Of several documents, the first. Throws `YamlError` for what is not YAML.
 */
export function parseYamlText(text: string): unknown {
  try {
    // Helm takes keys that come twice, merge keys and, of several documents, the first.
    const options = { schema: "failsafe", merge: true, uniqueKeys: false, logLevel: "error" } as const;
    const document = parseDocument(text, options);
    const failure = document.errors.find(({ code }) => code !== "MULTIPLE_DOCS");
    if (failure?.code === "RESOURCE_EXHAUSTION") throw new RangeError(failure.message);
    if (failure !== undefined) throw failure;
    // Attack: ten anchors, each a list of ten aliases of the one before, stand for 10,000,000,000 values.
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    // Attack: "[" 10,000 times. The parser calls itself for each until the stack ends, harmlessly.
    const reason = error instanceof RangeError ? "nested too deeply" : firstLine(error);
    throw new YamlError(reason, { cause: error });
  }
}

function firstLine(error: unknown): string {
  return oneLine(error instanceof Error ? (error.message.split("\n")[0] ?? "") : "", 200);
}
