import type { SafeHtml } from "./safe-html.ts";

/** Embeddings, overrides and isolates; the plain direction marks stay, right-to-left text needs them. */
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text as HTML that shows exactly this text, in element content and in a quoted attribute. */
export function escapeHtml(text: string): SafeHtml {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;") as SafeHtml;
}

/**
 * Makes the characters that reorder what a reader sees visible instead ("Trojan Source", CVE-2021-42574): a command
 * must read as it runs.
 */
export function showBidiControls(text: string): string {
  return text.replace(BIDI_CONTROLS, (control) => `[U+${control.charCodeAt(0).toString(16).toUpperCase()}]`);
}
