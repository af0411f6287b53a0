"use client";

import { useQuery } from "@tanstack/react-query";
import { Notice } from "#components/ui/notice.tsx";
import { QueryProvider } from "#components/ui/query-provider.client.tsx";
import type { SourceState } from "#lib/catalog/catalog.ts";
import { SourceBadge } from "./source-badge.tsx";
import { SourceFacts } from "./source-facts.tsx";
import { SourceRow } from "./source-row.tsx";
import { sourcesRequest } from "./sources-request.ts";

/** One source as the server knew it, kept up to date likewise. */
export function LiveSource({ initial }: { initial: SourceState }) {
  return (
    <QueryProvider>
      <LatestSource initial={initial} />
    </QueryProvider>
  );
}

function LatestSource({ initial }: { initial: SourceState }) {
  const { data, error } = useQuery({ ...sourcesRequest(), initialData: [initial] });
  const source = data.find(({ id }) => id === initial.id) ?? initial;
  return (
    <>
      {error !== null && <StaleNotice error={error} />}
      <SourceBadge status={source.status} />
      <SourceFacts source={source} />
    </>
  );
}

/** Every source as the server knew it, kept up to date while one is being read. */
export function SourcesList({ initial }: { initial: readonly SourceState[] }) {
  return (
    <QueryProvider>
      <LiveSources initial={initial} />
    </QueryProvider>
  );
}

function LiveSources({ initial }: { initial: readonly SourceState[] }) {
  const { data, error } = useQuery({ ...sourcesRequest(), initialData: initial });
  return (
    <>
      {error !== null && <StaleNotice error={error} />}
      <ul>
        {data.map((source) => (
          <SourceRow key={source.id} source={source} />
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
