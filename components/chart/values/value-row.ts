import { formatQuantity } from "#components/ui/format.ts";
import type { DocumentedKey } from "#lib/chart/values/documented-values.ts";
import { html, type Markup, plainText } from "#lib/markup/html-template.ts";
import { keyElementId } from "../chart-view.ts";
import { marksOf, ownDescription, ROW_ROOM, schemaFacts, typeWords } from "./schema-words.ts";
import { pathMarkup, proseMarkup, runsMarkup } from "./text-markup.ts";
import { valuesPlace } from "./values-place.ts";

/** How one row is shown. */
export interface RowState {
  readonly shown: boolean;
  /** Words that are marked in it. */
  readonly words: readonly string[];
  /** Whether it is the key somebody was sent to. */
  readonly current: boolean;
  /** The whole default, where the row has only its beginning. */
  readonly full: string | null;
  /** Keys it holds. */
  readonly inner: number;
  /** Whether only the beginning is shown of what is said of it. */
  readonly brief: boolean;
}

const BRIEF = 160;

/** One key. Class names are left to values.css: there may be thousands of rows. Addresses are relative to the chart's. */
export function valueRow(
  key: DocumentedKey,
  { shown, words, current, full, inner, brief }: RowState,
): Markup {
  const state = html`${shown || current ? null : html` hidden`}${current ? html` aria-current="true"` : null}`;
  const marks = marksOf(key).map((mark) => html` <small data-mark="${mark}">${mark}</small>`);
  return html`<li id="${keyElementId(key.path)}"${state}>\
<div><a href="${valuesPlace({ key: key.path })}">${pathMarkup(key.path, words)}</a>${marks}</div>\
<span>${typeWords(key)}</span>\
<div>${defaultMarkup(key, full, inner)}</div>\
<div dir="auto">${brief ? describeBriefly(key) : describe(key, words)}</div>\
<a href="${valuesPlace({ file: key.file, line: key.line })}" aria-label="Line ${key.line}">${key.line}</a></li>`;
}

function defaultMarkup({ default: line }: DocumentedKey, full: string | null, inner: number): Markup {
  if (line === null) return inner === 0 ? html`` : html`${formatQuantity(inner, "key")}`;
  const start = html`<code>${plainText(line)}</code>`;
  if (full === null) return start;
  return html`<details><summary>${start}</summary><pre>${plainText(full)}</pre></details>`;
}

/** What the author says, what the schema adds, and what it allows. */
function describe(key: DocumentedKey, words: readonly string[]): Markup {
  const also = ownDescription(key);
  const texts = [key.description, also].filter((text) => text !== "");
  const facts = schemaFacts(key, ROW_ROOM);
  return html`${texts.map((text) => html`<p>${proseMarkup(text, words)}</p>`)}\
${facts.length === 0 ? null : html`<ul>${facts.map((runs) => html`<li>${runsMarkup(runs, words)}</li>`)}</ul>`}`;
}

function describeBriefly(key: DocumentedKey): Markup {
  const text = key.description === "" ? ownDescription(key) : key.description;
  return html`<p>${plainText(text.length > BRIEF ? `${text.slice(0, BRIEF).toWellFormed()}…` : text)}</p>`;
}
