import { type ChartAddress, comparePath } from "#lib/catalog/chart-path.ts";

/** The parts of a comparison, each with a place on the page. */
export const COMPARE_PARTS = [
  "values",
  "subcharts",
  "schema",
  "images",
  "dependencies",
  "crds",
  "metadata",
  "templates",
  "readme",
  "files",
] as const;
export type ComparePart = (typeof COMPARE_PARTS)[number];

/** What of a comparison is shown; the address holds exactly this. */
export interface CompareView {
  /** Addresses of charts as somebody wrote them; empty for a side that is not named. */
  readonly from: string;
  readonly to: string;
  /** One part whole, or all in short. */
  readonly part: ComparePart | null;
  /** The file whose lines are compared. */
  readonly show: string | null;
}

const MAX_ADDRESS = 1024;
const MAX_FILE = 1024;

/** Total: what cannot be read is its default. */
export function parseCompareView(params: URLSearchParams): CompareView {
  const part = params.get("part");
  const show = params.get("show") ?? "";
  return {
    from: readAddress(params, "from"),
    to: readAddress(params, "to"),
    part: COMPARE_PARTS.find((known) => known === part) ?? null,
    show: show === "" || show.length > MAX_FILE ? null : show,
  };
}

/** Whether the form was sent, whose fields have to become an address first. */
export function isFormAnswer(params: URLSearchParams): boolean {
  return params.has("from-version") || params.has("to-version");
}

/**
 * The address of one side. In what the form sends, the version stands apart; it counts as long as the chart is the one it was
 * listed for.
 */
function readAddress(params: URLSearchParams, side: "from" | "to"): string {
  // A `+` somebody typed into the address is a space to the browser, and no chart's address holds a space.
  const chart = (params.get(side) ?? "").trim().replaceAll(" ", "+").slice(0, MAX_ADDRESS);
  const version = params.get(`${side}-version`) ?? "";
  if (version === "" || chart === "" || chart.includes("@") || params.get(`${side}-chart`) !== chart)
    return chart;
  return `${chart}@${version}`.slice(0, MAX_ADDRESS);
}

/** The page for what somebody asked for, whether it can be found or not. */
export function askedPath({ from, to }: Pick<CompareView, "from" | "to">): string {
  const query = new URLSearchParams(Object.entries({ from, to }).filter(([, text]) => text !== ""));
  return query.size === 0 ? "/compare" : `/compare?${query}`;
}

/** A part of a comparison whole. */
export function partPath(from: ChartAddress, to: ChartAddress, part: ComparePart): string {
  return `${comparePath(from, to)}&part=${part}`;
}

/** The lines of a file on both sides. */
export function shownFilePath(from: ChartAddress, to: ChartAddress, file: string): string {
  return `${comparePath(from, to)}&show=${encodeURIComponent(file)}`;
}
