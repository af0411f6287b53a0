import type { SafeHtml } from "#lib/markup/safe-html.ts";

/** The one place where markup that was text enters a page: it takes nothing but what the sanitizer or highlighter made. */
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
