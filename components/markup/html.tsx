import type { JsonScript } from "#lib/markup/json-script.ts";
import type { SafeHtml } from "#lib/markup/safe-html.ts";

// The one place where markup that was text enters a page.

/** Takes nothing but what the sanitizer or highlighter made. */
export function Html({
  as: Element,
  html,
  className,
}: {
  as: "div" | "code";
  html: SafeHtml;
  className?: string;
}) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: SafeHtml is the proof that it is not dangerous
  return <Element className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Data for search engines. Its type is no language, so no browser runs it, and the content policy need not name it. */
export function StructuredData({ json }: { json: JsonScript }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JsonScript is the proof that nothing in it ends the element
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
