import { Html } from "#components/markup/html.tsx";
import { formatQuantity } from "#components/ui/format.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { DocumentedKey } from "#lib/chart/values/documented-values.ts";
import { html, joinMarkup } from "#lib/markup/html-template.ts";
import { keyElementId } from "../chart-view.ts";
import { CopyButton } from "../copy-button.client.tsx";
import type { KeyTextKind } from "./key-text.ts";
import { KEY_ROOM, marksOf, ownDescription, schemaFacts, typeWords } from "./schema-words.ts";
import { pathMarkup, proseMarkup, runsMarkup } from "./text-markup.ts";
import "./sought-key.css";
import { keyUsesPlace, valuesPlace } from "./values-place.ts";

/** What can be copied of a key. */
export interface KeyTexts {
  readonly set: string;
  readonly yaml: string;
  /** The default as it is, where it is longer than a line. */
  readonly full: string | null;
}

/** The key somebody was sent to, before all others; its place among them, or in its file, is one step away. */
export function SoughtKey({
  path,
  found,
  inner,
  texts,
  place,
}: {
  path: string;
  /** Null: there is no such key. */
  found: DocumentedKey | null;
  /** Keys it holds. */
  inner: number;
  texts: KeyTexts | null;
  /** Whether the page has it among the keys, or in a file; null for neither. */
  place: "list" | "file" | null;
}) {
  if (found === null || texts === null) {
    return (
      <div className="mb-3">
        <Notice>
          This version has no key <code>{path}</code>.
        </Notice>
      </div>
    );
  }
  return (
    <section aria-label="The key you asked for" className="values-key">
      <div className="values-key-head">
        <a href={hrefOf(found, place)}>
          <Html as="code" html={pathMarkup(path, []).html} />
        </a>
        <span>{typeWords(found)}</span>
        {marksOf(found).map((mark) => (
          <small key={mark} data-mark={mark}>
            {mark}
          </small>
        ))}
        {found.default !== null && texts.full === null && <code>{found.default}</code>}
        {inner > 0 && <span>holds {formatQuantity(inner, "key")}</span>}
      </div>
      <KeyWords of={found} />
      {texts.full !== null && (
        <>
          <h2>Default</h2>
          <pre>{texts.full}</pre>
        </>
      )}
      <dl>
        <KeyText kind="path" name="Path" text={path} />
        <KeyText kind="set" name="For the command line" text={texts.set} />
        <KeyText kind="yaml" name="As YAML" text={texts.yaml} />
      </dl>
      <p>
        {place !== "file" && (
          <a href={hrefOf(found, place)}>{place === "list" ? "Its place among all keys" : "All keys"}</a>
        )}
        <a href={keyUsesPlace(path)}>Templates that use it</a>
        <a href={valuesPlace({ file: found.file, line: found.line })}>
          Line {found.line} of {found.file}
        </a>
      </p>
    </section>
  );
}

function hrefOf({ path, line }: DocumentedKey, place: "list" | "file" | null): string {
  if (place === null) return valuesPlace({ key: path });
  return place === "list" ? `#${encodeURIComponent(keyElementId(path))}` : `#L${line}`;
}

function KeyWords({ of }: { of: DocumentedKey }) {
  const texts = [of.description, ownDescription(of)].filter((text) => text !== "");
  const facts = schemaFacts(of, KEY_ROOM);
  const words = joinMarkup([
    ...texts.map((text) => html`<p dir="auto">${proseMarkup(text, [])}</p>`),
    html`${facts.length === 0 ? null : html`<ul>${facts.map((runs) => html`<li>${runsMarkup(runs, [])}</li>`)}</ul>`}`,
  ]);
  return <Html as="div" className="values-words" html={words} />;
}

function KeyText({ kind, name, text }: { kind: KeyTextKind; name: string; text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <pre data-key-text={kind}>{text}</pre>
        <CopyButton text={text} label={`Copy ${name.toLowerCase()}`} className="text-link">
          Copy
        </CopyButton>
      </dd>
    </div>
  );
}
