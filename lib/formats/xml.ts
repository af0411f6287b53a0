/** What XML 1.0 cannot hold, however it is written ("Characters"). */
const IMPOSSIBLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** Text for element content and for quoted attributes. What XML cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return text
    .replace(IMPOSSIBLE, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
