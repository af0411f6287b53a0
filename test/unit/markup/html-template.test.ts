import assert from "node:assert/strict";
import { test } from "node:test";
import { html, joinMarkup, plainText } from "#lib/markup/html-template.ts";

test("text is escaped, in content and in attributes", () => {
  const attack = `"><script>alert('x')</script>&amp;`;
  assert.equal(
    html`<a title="${attack}">${attack}</a>`.html,
    `<a title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;">` +
      `&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;</a>`,
  );
});

test("markup stands as it is, in lists too; null is nothing", () => {
  const inner = html`<b>${"<"}</b>`;
  assert.equal(
    html`<p>${inner}${[inner, inner]}${null}${12}</p>`.html,
    "<p><b>&lt;</b><b>&lt;</b><b>&lt;</b>12</p>",
  );
  assert.equal(joinMarkup([inner, html`.`]), "<b>&lt;</b>.");
  assert.equal(joinMarkup([]), "");
});

test("what only looks like markup is text", () => {
  const forged = { html: "<img src=x onerror=alert(1)>" } as unknown as string;
  assert.throws(() => html`${forged}`);
});

test("controls that reorder text are shown", () => {
  assert.equal(plainText("a\u202e<b").html, "a[U+202E]&lt;b");
});
