/** The form that box, filters and sort order belong to. */
export const SEARCH_FORM_ID = "search";
export const SEARCH_BOX_ID = "search-box";

/** The list of hits, whose links the arrow keys walk. */
export const HIT_LIST_ID = "hits";

/** Moves the focus to the first hit; false if there is none. */
export function focusFirstHit(): boolean {
  const first = hitLinks()[0];
  first?.focus();
  return first !== undefined;
}

/**
 * Moves the focus from one hit, or a link within it, to the next or the one before, and from the first up to the box.
 * False at the end of the list.
 */
export function moveHitFocus(from: HTMLAnchorElement, step: 1 | -1): boolean {
  const links = hitLinks();
  const at = links.findIndex((link) => link.closest("li")?.contains(from));
  if (at === -1) return false;
  const next = at + step < 0 ? document.getElementById(SEARCH_BOX_ID) : links[at + step];
  next?.focus();
  return next != null;
}

/** Writes into the history entry which hit is being left for, so that coming back finds it. */
export function rememberHit(href: string): void {
  window.history.replaceState({ ...window.history.state, hit: href }, "");
}

/** After coming back from another page: puts the focus on the hit that was opened. The browser restores the scroll position itself. */
export function restoreHit(): void {
  const [navigation] = performance.getEntriesByType("navigation");
  if (!(navigation instanceof PerformanceNavigationTiming) || navigation.type !== "back_forward") return;
  const href: unknown = window.history.state?.hit;
  allLinks()
    .find((link) => link.getAttribute("href") === href)
    ?.focus({ preventScroll: true });
}

/** Those of the names, which stand for their rows. */
function hitLinks(): readonly HTMLAnchorElement[] {
  return allLinks().filter((link) => link.closest("h2") !== null);
}

function allLinks(): readonly HTMLAnchorElement[] {
  return Array.from(document.querySelectorAll<HTMLAnchorElement>(`#${HIT_LIST_ID} a`));
}
