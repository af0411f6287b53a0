import { Notice } from "#components/ui/notice.tsx";
import type { ValuesDocument } from "#lib/chart/values/values.ts";
import { keyElementId } from "../chart-view.ts";
import { DescribedText } from "./described-text.tsx";
import { KeyPath } from "./key-path.tsx";

/** The key somebody was sent to, before all others; its place among them, or in the file, is one step away. */
export function SoughtKey({ path, document, raw }: { path: string; document: ValuesDocument; raw: boolean }) {
  const key = document.keys.find((one) => one.path === path);
  if (key === undefined) {
    return (
      <div className="mb-3">
        <Notice>
          This version has no key <code>{path}</code>.
        </Notice>
      </div>
    );
  }
  const inner = document.keys.filter((one) => one.path.startsWith(`${path}.`)).length;
  return (
    <section aria-label="The key you asked for" className="values-key">
      <p>
        <a href={raw ? `#L${key.line}` : `#${encodeURIComponent(keyElementId(path))}`}>
          <KeyPath path={path} words={[]} />
        </a>
        <span>{key.type}</span>
        {key.default !== null && <code>{key.default}</code>}
        {inner > 0 && <span>holds {inner} keys</span>}
      </p>
      {key.description !== "" && (
        <p dir="auto">
          <DescribedText text={key.description} words={[]} />
        </p>
      )}
    </section>
  );
}
