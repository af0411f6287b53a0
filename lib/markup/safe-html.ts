import type { Brand } from "../support/brand.ts";

/** HTML that the sanitizer or the highlighter of this folder has made. components/markup/html.tsx takes nothing else. */
export type SafeHtml = Brand<string, "SafeHtml">;
