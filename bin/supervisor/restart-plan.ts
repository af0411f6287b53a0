const WINDOW_MS = 60_000;
const MAX_DEATHS = 5;
const FIRST_DELAY_MS = 250;

/** What to do about a part that died. */
export type RestartPlan =
  | { readonly kind: "restart"; readonly delayMs: number }
  | { readonly kind: "give-up" };

/**
 * Decides from the times (ms) a part died, the last being now: each death within a minute doubles the pause, the
 * fifth is the end. A part that keeps dying would never come up, and a process that says so can be restarted whole.
 */
export function planRestart(deaths: readonly number[], now: number): RestartPlan {
  const recent = deaths.filter((death) => now - death < WINDOW_MS).length;
  if (recent >= MAX_DEATHS) return { kind: "give-up" };
  return { kind: "restart", delayMs: FIRST_DELAY_MS * 2 ** Math.max(0, recent - 1) };
}
