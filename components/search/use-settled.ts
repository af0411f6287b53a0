import { useEffect, useState } from "react";

/** Pause before a change counts, ms: while one types on, nobody waits for an answer to the half of it. */
const PAUSE = 90;

/** The value as it was when it last rested for a moment, of `pause` ms. */
export function useSettled(value: string, pause = PAUSE): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), pause);
    return () => window.clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
