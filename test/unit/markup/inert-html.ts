import assert from "node:assert/strict";
import { ELEMENTS, mayStandIn, VOID_ELEMENTS } from "#lib/markup/element-rules.ts";

const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z]+(?:="[^"<>]*")?)*)( \/)?>/g;
const ATTRIBUTE = / ([a-z]+)(?:="([^"]*)")?/g;
const ATTRIBUTES = new Set(
  "align alt class colspan dir height href id loading open rel rowspan src start title width".split(" "),
);

/**
 * Asserts what makes rendered HTML safe to put into a page, by reading it whole: known elements and attributes only,
 * addresses that run nothing and ask no other host, every tag closed within what it was opened in.
 */
export function assertInert(html: string): void {
  const open: string[] = [];
  for (const [tag, slash, name = "", attributes = ""] of html.matchAll(TAG)) {
    assert.ok(ELEMENTS.includes(name), `${tag} is not allowed`);
    if (slash === "/") {
      assert.equal(open.pop(), name, `${tag} closes something else`);
      continue;
    }
    assert.ok(mayStandIn(open.at(-1) ?? null, name), `${tag} may not stand in ${open.at(-1)}`);
    for (const [, attribute = "", value = ""] of attributes.matchAll(ATTRIBUTE)) {
      assertAttribute(tag, attribute, value);
    }
    if (!VOID_ELEMENTS.includes(name)) open.push(name);
  }
  assert.deepEqual(open, [], "something is left open");
  assert.doesNotMatch(html.replace(TAG, ""), /[<>]/, "something is neither tag nor text");
}

function assertAttribute(tag: string, attribute: string, value: string): void {
  assert.ok(ATTRIBUTES.has(attribute), `${attribute} is not allowed in ${tag}`);
  if (attribute === "href") assert.match(value, /^(?:https?:\/\/|mailto:|#readme-|\/chart\/)/, tag);
  if (attribute === "src") assert.match(value, /^\/chart\//, tag);
  if (attribute === "id") assert.match(value, /^readme-/, tag);
  if (attribute === "class") assert.match(value, /^(?:(?:hljs-|md-|footnote)[a-z_-]* ?)+$/, tag);
}
