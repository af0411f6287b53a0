/** What a person can choose; `system` follows the device. */
export const THEMES = ["day", "night", "system"] as const;
export type Theme = (typeof THEMES)[number];

/** The cookie that remembers the choice. It is absent for `system`. */
export const THEME_COOKIE = "theme";

/** Null if the text is not a theme. */
export function parseTheme(text: string): Theme | null {
  return THEMES.find((theme) => theme === text) ?? null;
}
