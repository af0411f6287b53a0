"use client";

import { useQuery } from "@tanstack/react-query";
import { Notice } from "#components/ui/notice.tsx";
import { QueryProvider } from "#components/ui/query-provider.client.tsx";
import type { SourceState } from "#lib/catalog/catalog.ts";
import { ReadNow } from "./read-now.client.tsx";
import { SourceBadge } from "./source-badge.tsx";
import { SourceFacts } from "./source-facts.tsx";
import { SourceRow } from "./source-row.tsx";
import { sourcesRequest } from "./sources-request.ts";

/** One source as the server knew it, kept up to date likewise. */
export function LiveSource(props: { initial: SourceState; askable: boolean }) {
  return (
    <QueryProvider>
      <LatestSource {...props} />
    </QueryProvider>
  );
}

function LatestSource({ initial, askable }: { initial: SourceState; askable: boolean }) {
  const { data, error } = useQuery({ ...sourcesRequest(), initialData: [initial] });
  const source = data.find(({ id }) => id === initial.id) ?? initial;
  return (
    <>
      {error !== null && <StaleNotice error={error} />}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <SourceBadge status={source.status} />
        {askable && <ReadNow source={source} />}
      </div>
      <SourceFacts source={source} askable={askable} />
    </>
  );
}

/** Every source as the server knew it, kept up to date while one is being read. */
export function SourcesList(props: { initial: readonly SourceState[]; askable: boolean }) {
  return (
    <QueryProvider>
      <LiveSources {...props} />
    </QueryProvider>
  );
}

function LiveSources({ initial, askable }: { initial: readonly SourceState[]; askable: boolean }) {
  const { data, error } = useQuery({ ...sourcesRequest(), initialData: initial });
  return (
    <>
      {error !== null && <StaleNotice error={error} />}
      <ul>
        {data.map((source) => (
          <SourceRow key={source.id} source={source} askable={askable} />
        ))}
      </ul>
    </>
  );
}

function StaleNotice({ error }: { error: Error }) {
  return (
    <div role="alert" className="mb-5">
      <Notice tone="bad">
        {error.message}. What is below is as it was before; it is asked again as soon as you come back to this
        page.
      </Notice>
    </div>
  );
}
