"use client";

import { useQuery } from "@tanstack/react-query";
import { Notice } from "#components/ui/notice.tsx";
import { QueryProvider } from "#components/ui/query-provider.client.tsx";
import type { SourceState } from "#lib/catalog/catalog.ts";
import { SourceRow } from "./source-row.tsx";
import { sourcesRequest } from "./sources-request.ts";

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
      {error !== null && (
        <div role="alert" className="mb-5">
          <Notice tone="bad">
            {error.message}. What is below is as it was before; it is asked again as soon as you come back to
            this page.
          </Notice>
        </div>
      )}
      <ul>
        {data.map((source) => (
          <SourceRow key={source.id} source={source} />
        ))}
      </ul>
    </>
  );
}
