import type { ValueKey } from "#lib/chart/values/values.ts";
import { keyElementId } from "../chart-view.ts";
import { DescribedText } from "./described-text.tsx";
import { hasWords } from "./find-words.ts";
import { KeyPath } from "./key-path.tsx";

/** One key. Class names are left to values.css: there may be thousands of rows. Addresses are relative to the chart's. */
export function ValuesRow({
  value,
  shown,
  marks,
  current,
}: {
  value: ValueKey;
  shown: boolean;
  /** Words that are marked in it. */
  marks: readonly string[];
  current: boolean;
}) {
  return (
    <tr id={keyElementId(value.path)} hidden={!shown && !current} aria-current={current || undefined}>
      <th scope="row">
        <a href={`?tab=values&key=${encodeURIComponent(value.path)}`}>
          <KeyPath path={value.path} words={marks} />
        </a>
      </th>
      <td>{value.type}</td>
      <td>{value.default !== null && <code>{value.default}</code>}</td>
      <td dir="auto">
        <DescribedText text={value.description} words={marks} />
      </td>
      <td>
        <a href={`?tab=values&view=raw#L${value.line}`} aria-label={`Line ${value.line}`}>
          {value.line}
        </a>
      </td>
    </tr>
  );
}

/** Whether a row is what was searched for: by key or by the author's words. */
export function rowHasWords(value: ValueKey, words: readonly string[]): boolean {
  return hasWords(`${value.path} ${value.description}`, words);
}
