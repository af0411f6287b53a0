import type { Json } from "#lib/chart/values/json.ts";
import { valueText } from "./value-text.ts";

/** A value that was, or is; a long one opens. The mark in front is for who sees, the element for who hears. */
export function Value({ as: Element, value }: { as: "del" | "ins" | "span"; value: Json }) {
  const { text, lines } = valueText(value);
  if (lines === 1) {
    return (
      <Element>
        <code>{text}</code>
      </Element>
    );
  }
  return (
    <details>
      <summary>
        {typeof value === "string" ? "Text" : Array.isArray(value) ? "List" : "Object"} of {lines} lines
      </summary>
      <Element>
        <pre>{text}</pre>
      </Element>
    </details>
  );
}
