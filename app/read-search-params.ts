/** What Next gives a page of the address's query. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** The same as the platform's own type. */
export function readSearchParams(params: SearchParams): URLSearchParams {
  return new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  );
}
