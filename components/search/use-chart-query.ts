import { useCallback, useEffect, useRef, useState } from "react";
import { type ChartQuery, parseChartQuery, searchPath } from "#lib/catalog/chart-query.ts";

/** Pause after a keystroke before it is a question, ms: short enough to feel immediate, long enough to skip the middle of a word. */
const TYPING_PAUSE = 60;

/**
 * The same while the value of a qualifier is being typed, of which the half finds nothing, ms. The hits are there within
 * half a second of the key, so that what moves then is seen to follow from it.
 */
const VALUE_PAUSE = 350;

/** The query on screen and where it came from. */
interface AskedQuery {
  readonly query: ChartQuery;
  /** The last query whose text came from elsewhere than the search box, which then has to follow. */
  readonly elsewhere: ChartQuery | null;
}

/**
 * The query in the address, and the ways to change it. Typing replaces the history entry, everything else pushes one,
 * and going back or forward brings the query of that entry.
 */
export function useChartQuery(initial: ChartQuery) {
  const [asked, setAsked] = useState<AskedQuery>({ query: initial, elsewhere: null });
  // What the address says now. Handlers read it, as what they closed over may be one keystroke old.
  const current = useRef(initial);
  const typed = useRef<{ readonly text: string; readonly timer: number } | null>(null);

  /** The query with what was typed since the last question. */
  const withTyped = useCallback((): ChartQuery => {
    if (typed.current === null) return current.current;
    window.clearTimeout(typed.current.timer);
    const { text } = parseChartQuery(new URLSearchParams({ q: typed.current.text }));
    typed.current = null;
    return text === current.current.text ? current.current : { ...current.current, text, page: 1 };
  }, []);

  /** Asks what was typed now instead of after the pause. */
  const settle = useCallback(() => {
    const query = withTyped();
    if (query === current.current) return;
    current.current = query;
    setAsked((before) => ({ ...before, query }));
    window.history.replaceState(null, "", searchPath(query));
  }, [withTyped]);

  const type = useCallback(
    (text: string, inValue = false) => {
      window.clearTimeout(typed.current?.timer);
      const pause = inValue ? VALUE_PAUSE : TYPING_PAUSE;
      typed.current = { text, timer: window.setTimeout(settle, pause) };
    },
    [settle],
  );

  const go = useCallback(
    (change: (query: ChartQuery) => ChartQuery) => {
      const before = withTyped();
      const query = change(before);
      current.current = query;
      setAsked(({ elsewhere }) => ({ query, elsewhere: query.text === before.text ? elsewhere : query }));
      window.history.pushState(null, "", searchPath(query));
    },
    [withTyped],
  );

  useEffect(() => {
    function followHistory() {
      // What was being typed belonged to the entry that was left: it is not asked any more.
      withTyped();
      const query = parseChartQuery(new URLSearchParams(window.location.search));
      current.current = query;
      setAsked({ query, elsewhere: query });
    }
    window.addEventListener("popstate", followHistory);
    return () => window.removeEventListener("popstate", followHistory);
  }, [withTyped]);

  return { ...asked, type, settle, go };
}
