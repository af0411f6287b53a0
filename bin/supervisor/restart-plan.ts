const WINDOW_MS = 60_000;
const MAX_FAILURES = 5;
const FIRST_DELAY_MS = 250;
const MAX_DELAY_MS = 5_000;

/** One end of a part that was not asked for. */
export interface Death {
  /** ms */
  readonly at: number;
  /** By SIGKILL, which is somebody else's doing: a person's, or the kernel's for want of memory. */
  readonly killed: boolean;
}

/** What to do about a part that died. */
export type RestartPlan =
  | { readonly kind: "restart"; readonly delayMs: number }
  | { readonly kind: "give-up" };

/**
 * Decides from the deaths so far, the last being now. Each within a minute doubles the pause. The fifth failure within a minute is
 * the end: such a part would never come up, and whoever runs us should know. To have been killed is no failure.
 */
export function planRestart(deaths: readonly Death[]): RestartPlan {
  const now = deaths.at(-1)?.at ?? 0;
  const recent = deaths.filter(({ at }) => now - at < WINDOW_MS);
  if (recent.filter(({ killed }) => !killed).length >= MAX_FAILURES) return { kind: "give-up" };
  return { kind: "restart", delayMs: Math.min(FIRST_DELAY_MS * 2 ** (recent.length - 1), MAX_DELAY_MS) };
}
