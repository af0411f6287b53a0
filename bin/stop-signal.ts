const PARENT_WATCH_MS = 1_000;
/** npm passes Ctrl-C on to a process that has got it from the terminal already: two at once are one. */
const IMPATIENT_AFTER_MS = 500;

/**
 * Aborts when this process is asked to end: Ctrl-C, SIGTERM, a closed terminal, or an npm that was killed and could
 * not pass the signal on. Asked once more later, the process ends at once, and its children with it.
 */
export function createStopSignal(): AbortSignal {
  const stop = new AbortController();
  let askedAt = 0;
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => {
      if (stop.signal.aborted && Date.now() - askedAt > IMPATIENT_AFTER_MS) process.exit(130);
      if (!stop.signal.aborted) askedAt = Date.now();
      stop.abort();
    });
  }
  if (process.env.npm_lifecycle_event !== undefined) {
    const npm = process.ppid;
    setInterval(() => process.ppid === npm || stop.abort(), PARENT_WATCH_MS).unref();
  }
  return stop.signal;
}
