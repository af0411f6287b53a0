import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type ChartQuery, parseChartQuery } from "#lib/catalog/chart-query.ts";
import { planCompletion, type Suggestion } from "./plan-completion.ts";
import { useSettled } from "./use-settled.ts";
import { valuesRequest } from "./values-request.ts";

const NOTHING: readonly Suggestion[] = [];
const EVERYTHING = parseChartQuery(new URLSearchParams());

/** What has been typed and where the caret stands in it. */
export interface Draft {
  readonly text: string;
  readonly caret: number;
}

/** What the draft could go on with, values counted among the charts that match the rest of it and `query`'s facets. */
export function useSuggestions(draft: Draft | null, query: ChartQuery = EVERYTHING): readonly Suggestion[] {
  const completion = useMemo(
    () => (draft === null ? null : planCompletion(draft.text, draft.caret)),
    [draft],
  );
  const wanted = completion?.kind === "values" ? completion.wanted : null;
  const prefix = useSettled(wanted?.prefix ?? "");
  const { data } = useQuery({
    ...valuesRequest(wanted?.of ?? "name", prefix, { ...query, text: restOf(wanted?.rest ?? "") }),
    enabled: wanted !== null,
  });
  if (completion === null) return NOTHING;
  return completion.kind === "values" ? completion.suggest(data ?? []) : completion.suggestions;
}

/** As the address would hold it. */
function restOf(text: string): string {
  return parseChartQuery(new URLSearchParams({ q: text })).text;
}
