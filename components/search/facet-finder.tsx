import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { controlStyle } from "#components/ui/control-style.ts";
import type { ChartQuery, FacetName } from "#lib/catalog/chart-query.ts";
import { FACET_LABELS } from "./facet-labels.ts";
import type { ListedValue } from "./plan-facet.ts";
import { useSettled } from "./use-settled.ts";
import { valuesRequest } from "./values-request.ts";

interface FacetFinderProps {
  readonly facet: FacetName;
  readonly folded: readonly ListedValue[];
  readonly query: ChartQuery;
  readonly option: (value: ListedValue) => ReactNode;
}

/** What is folded away of a facet, and a field that also finds what the page was not sent: only the most frequent are. */
export function FacetFinder({ facet, folded, query, option }: FacetFinderProps) {
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const asked = useSettled(wanted);
  const { data = [] } = useQuery({ ...valuesRequest(facet, asked, query), enabled: asked !== "" });
  const here = folded.filter(({ value }) => value.toLowerCase().includes(wanted));
  const elsewhere = data.filter(
    ({ value }) =>
      value.toLowerCase().startsWith(wanted) && !folded.some((one) => one.value === value) && wanted !== "",
  );
  const found = [...here, ...elsewhere];
  return (
    <>
      <input
        type="search"
        value={text}
        onChange={({ target }) => setText(target.value)}
        aria-label={`Find a ${FACET_LABELS[facet].toLowerCase()}`}
        placeholder="Find…"
        className={`${controlStyle.field} noscript:hidden my-1 w-full text-sm`}
      />
      {found.length === 0 ? (
        <p className="py-1 text-ink-3 text-sm">None begins with that.</p>
      ) : (
        <ul className="max-h-96 overflow-y-auto">{found.map(option)}</ul>
      )}
    </>
  );
}
