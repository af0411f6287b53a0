/** Elements a text may be made of; any other loses its tags and keeps its words. */
export const ELEMENTS = [
  ..."h1 h2 h3 h4 h5 h6 p div center span a img br hr wbr blockquote pre code".split(" "),
  ..."ul ol li dl dt dd table caption thead tbody tfoot tr th td details summary figure figcaption section".split(
    " ",
  ),
  ..."b strong i em u s strike del ins small sub sup kbd samp var tt cite q abbr dfn".split(" "),
];

/** Elements without an end tag. */
export const VOID_ELEMENTS = ["img", "br", "hr", "wbr"];

/**
 * Where these may stand. A browser repairs a misplaced one by closing elements around it, and the end tags left over
 * then close elements of the page itself: `<li><div><li></li></div></li>` ends the nearest `<div>` outside the text.
 */
const PARENTS = new Map([
  ["li", ["ul", "ol"]],
  ["dt", ["dl"]],
  ["dd", ["dl"]],
  ["caption", ["table"]],
  ["thead", ["table"]],
  ["tbody", ["table"]],
  ["tfoot", ["table"]],
  ["tr", ["table", "thead", "tbody", "tfoot"]],
  ["th", ["tr"]],
  ["td", ["tr"]],
  ["summary", ["details"]],
]);
const TABLE_PARTS = new Set(["table", "thead", "tbody", "tfoot", "tr"]);

/** Whether HTML allows the element directly within that parent (null: at the top of the text). */
export function mayStandIn(parent: string | null, element: string): boolean {
  const parents = PARENTS.get(element);
  if (parents !== undefined) return parent !== null && parents.includes(parent);
  return parent === null || !TABLE_PARTS.has(parent);
}

/** Attributes beside `id` and `href`, and what they may hold. */
const ATTRIBUTES = new Map([
  ["align", /^(?:left|center|right)$/i],
  ["colspan", /^\d{1,3}$/],
  ["dir", /^(?:ltr|rtl|auto)$/i],
  ["height", /^\d{1,4}%?$/],
  ["open", /^/],
  ["rowspan", /^\d{1,3}$/],
  ["start", /^\d{1,9}$/],
  ["title", /^/],
  ["width", /^\d{1,4}%?$/],
]);
const CLASS = /^(?:hljs-[a-z_-]+|md-[a-z-]+|footnote[a-z-]*)$/;

/** Names the sanitizer lets through; `keptAttributes` has judged the values. */
export const ATTRIBUTE_NAMES = [...ATTRIBUTES.keys(), "id", "href", "rel", "class", "src", "alt", "loading"];

/** The attributes of an element that may stay as they are. */
export function keptAttributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(attributes).filter(([name, value]) => ATTRIBUTES.get(name)?.test(value));
  const classes = (attributes.class ?? "").split(/\s+/).filter((name) => CLASS.test(name));
  return { ...Object.fromEntries(kept), ...(classes.length > 0 && { class: classes.join(" ") }) };
}
