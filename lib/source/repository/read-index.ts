import { type BlockScanner, type IndexBlock, IndexFormatError } from "./index-blocks.ts";
import { type IndexProblem, type IndexRelease, parseIndexEntry } from "./index-entry.ts";
import { createJsonBlocks } from "./json-blocks.ts";
import { createYamlBlocks } from "./yaml-blocks.ts";

/** Real indexes have up to some ten thousand. */
const MAX_ENTRIES = 250_000;

/**
 * The entries of an `index.yaml` in their order, while its bytes come in; YAML or JSON. Throws `IndexFormatError` for
 * what is no index, also after entries were given, and whatever `bytes` throws.
 */
export async function* readIndex(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<IndexRelease | IndexProblem> {
  const decoder = new TextDecoder();
  let blocks: BlockScanner | null = null;
  let count = 0;
  const understand = (cut: readonly IndexBlock[]) => {
    count += cut.length;
    if (count > MAX_ENTRIES) throw new IndexFormatError(`it has more than ${MAX_ENTRIES} entries`);
    return cut.map(parseIndexEntry);
  };
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    const start: string = blocks === null ? text.trimStart() : text;
    if (start === "") continue;
    blocks ??= start.startsWith("{") ? createJsonBlocks() : createYamlBlocks();
    yield* understand(blocks.push(text));
  }
  if (blocks === null) throw new IndexFormatError("it is empty");
  yield* understand([...blocks.push(decoder.decode()), ...blocks.end()]);
}
