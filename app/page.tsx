import { parseChartQuery } from "#lib/catalog/chart-query.ts";
export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  return <p>{parseChartQuery(new URLSearchParams(await searchParams)).text}</p>;
}
