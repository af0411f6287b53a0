import { formatQuantity } from "#components/ui/format.ts";
import type { DocumentedKey } from "#lib/chart/values/documented-values.ts";
import { html, joinMarkup, type Markup, plainText } from "#lib/markup/html-template.ts";
import type { SafeHtml } from "#lib/markup/safe-html.ts";
import { keyElementId } from "../chart-view.ts";
import { MAX_MARKED_ROWS } from "./find-words.ts";
import { PIECE_ROWS, roundRows } from "./piece-rows.ts";
import type { ValueSection } from "./plan-sections.ts";
import { valueRow } from "./value-row.ts";
import { valuesPlace } from "./values-place.ts";

/** Characters of descriptions that are shown whole; of what comes after, the page of the key has the rest. */
const MAX_PROSE = 1024 * 1024;

/** What the list of keys is made from. */
export interface ListedValues {
  readonly sections: readonly ValueSection[];
  /** The rows that hold the words searched for. */
  readonly found: readonly DocumentedKey[];
  readonly words: readonly string[];
  readonly currentKey: string | null;
  /** Where each subchart's keys come from, by what stands before them. */
  readonly subchartFiles: ReadonlyMap<string, string>;
  /** Whole defaults of keys whose row has only their beginning. */
  readonly fullDefaults: ReadonlyMap<string, string>;
  /** How many keys a key holds. */
  readonly innerKeys: ReadonlyMap<string, number>;
}

/**
 * All keys in their sections; those not searched for are there but hidden, so that the search can change in place. Rows come
 * in pieces that a browser lays out when they come into view.
 */
export function renderValuesList(values: ListedValues): SafeHtml {
  const shown = new Set(values.found);
  const marked = new Set(values.found.slice(0, MAX_MARKED_ROWS));
  let room = MAX_PROSE;
  const rowOf = (key: DocumentedKey) => {
    room -= key.description.length + (key.schema?.description.length ?? 0);
    return valueRow(key, {
      shown: shown.has(key),
      words: marked.has(key) ? values.words : [],
      current: key.path === values.currentKey,
      full: values.fullDefaults.get(key.path) ?? null,
      inner: values.innerKeys.get(key.path) ?? 0,
      brief: room < 0,
    });
  };
  const isSeen = ({ rows }: ValueSection) =>
    rows.some((row) => shown.has(row) || row.path === values.currentKey);
  const sectionOf = (section: ValueSection) =>
    renderSection(section, isSeen(section), values.currentKey, rowOf);

  const own = values.sections.filter((section) => section.subchart === null);
  const groups = [...new Set(values.sections.map((section) => section.subchart))].filter(
    (name) => name !== null,
  );
  return joinMarkup([
    ...own.map(sectionOf),
    ...groups.map((name) => {
      const sections = values.sections.filter((section) => section.subchart === name);
      const seen = sections.some(isSeen);
      const sought = sections.some(({ rows }) => rows.some((row) => row.path === values.currentKey));
      const open = own.length === 0 || sought || (values.words.length > 0 && seen);
      const rows = sections.reduce((sum, section) => sum + section.rows.length, 0);
      const file = values.subchartFiles.get(name) ?? null;
      return html`<details class="subchart"${open ? html` open` : null}${seen ? null : html` hidden`}>\
<summary><h2>Subchart <code>${plainText(name)}</code></h2><span>${formatQuantity(rows, "key")}</span></summary>\
${file === null ? null : html`<p>from <a href="${valuesPlace({ file })}">${plainText(folderOf(file))}</a></p>`}\
${sections.map(sectionOf)}</details>`;
    }),
  ]);
}

function renderSection(
  { title, parent, rows, subchart }: ValueSection,
  seen: boolean,
  currentKey: string | null,
  rowOf: (key: DocumentedKey) => Markup,
): Markup {
  const hidden = seen ? null : html` hidden`;
  const pieces: Markup[] = [];
  for (let start = 0; start < rows.length; start += PIECE_ROWS) {
    const piece = rows.slice(start, start + PIECE_ROWS);
    pieces.push(html`<ul data-rows="${roundRows(piece.length)}">${piece.map(rowOf)}</ul>`);
  }
  if (title === null && parent === null) return html`<div class="section"${hidden}>${pieces}</div>`;
  // A parent that is a row has its place there.
  const place =
    parent === null || rows[0] === parent
      ? null
      : html` id="${keyElementId(parent.path)}"${parent.path === currentKey ? html` aria-current="true"` : null}`;
  const name = parent === null ? plainText(title ?? "") : html`<code>${plainText(parent.path)}</code>`;
  const heading = subchart === null ? html`<h2 dir="auto">${name}</h2>` : html`<h3 dir="auto">${name}</h3>`;
  return html`<details class="section" open${hidden}><summary${place}>\
${heading}<span>${rows.length}</span></summary>${pieces}</details>`;
}

/** `charts/redis`, of the values.yaml in it. */
function folderOf(file: string): string {
  const end = file.lastIndexOf("/");
  return end === -1 ? file : file.slice(0, end);
}
