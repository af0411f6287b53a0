import { Html } from "#components/markup/html.tsx";
import { html } from "#lib/markup/html-template.ts";
import { proseMarkup } from "../values/text-markup.ts";

/** What authors of a kind say: `code` as code, what is too long folded. */
export function Prose({ text, className }: { text: string; className: string }) {
  return (
    <Html as="div" className={className} html={html`<div dir="auto">${proseMarkup(text, [])}</div>`.html} />
  );
}
