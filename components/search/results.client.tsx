"use client";

import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from "react";
import type { ChartQuery } from "#lib/catalog/chart-query.ts";
import { FilterChips } from "./filter-chips.tsx";
import { HIT_LIST_ID, moveHitFocus, rememberHit, restoreHit } from "./hit-focus.ts";
import { HitRow } from "./hit-row.tsx";
import { NoHits } from "./no-hits.tsx";
import { Pager } from "./pager.tsx";
import { PartialNotices } from "./partial-notices.tsx";
import { rememberPlace, searchPlace } from "./recent-places.ts";
import { ResultBar } from "./result-bar.tsx";
import { useSearch } from "./search-context.client.tsx";
import { SearchFailed } from "./search-failed.tsx";
import { SkeletonRows } from "./skeleton-rows.tsx";

/** What was found, or which of the other screens there is: nothing yet, nothing found, not working. */
export function Results() {
  const { query, answer, failure, busy, retry, go } = useSearch();
  const top = useRef<HTMLElement>(null);
  useEffect(restoreHit, []);

  function turnPage(change: (query: ChartQuery) => ChartQuery) {
    go(change);
    top.current?.focus({ preventScroll: true });
    top.current?.scrollIntoView({ block: "start" });
  }

  return (
    <section
      ref={top}
      tabIndex={-1}
      aria-label="Results"
      aria-busy={busy}
      className="min-w-0 outline-none only:col-span-full"
    >
      {failure !== null && (
        <SearchFailed failure={failure} stale={answer !== null} busy={busy} retry={retry} />
      )}
      {answer === null && failure === null && <SkeletonRows />}
      {answer !== null && (
        <>
          <ResultBar {...answer} go={go} />
          <FilterChips query={query} go={go} />
          <PartialNotices partial={answer.page.partial} />
          {answer.page.hits.length === 0 ? (
            <NoHits query={answer.query} total={answer.page.total} go={go} />
          ) : (
            <ol id={HIT_LIST_ID} onKeyDown={walk} onClick={(event) => remember(event, answer.query.text)}>
              {answer.page.hits.map((hit) => (
                <HitRow key={hit.url} hit={hit} />
              ))}
            </ol>
          )}
          <Pager query={answer.query} pages={answer.page.pages} total={answer.page.total} go={turnPage} />
        </>
      )}
    </section>
  );
}

function walk(event: KeyboardEvent) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null;
  if (step === null || !(event.target instanceof HTMLAnchorElement)) return;
  if (moveHitFocus(event.target, step)) event.preventDefault();
}

function remember(event: MouseEvent, text: string) {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const href = link?.getAttribute("href");
  if (link == null || href == null) return;
  rememberHit(href);
  if (text !== "") rememberPlace(searchPlace(text));
  const name = link.closest("li")?.querySelector("h2 a");
  if (name != null) rememberPlace({ label: name.textContent ?? "", href: name.getAttribute("href") ?? "" });
}
