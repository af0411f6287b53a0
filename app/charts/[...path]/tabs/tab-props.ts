import type { ChartView } from "#components/chart/chart-view.ts";
import type { ChartRelease, ReleaseSummary } from "#lib/catalog/catalog.ts";
import type { ChartContent } from "#lib/chart/chart-content.ts";

/** What each part of a chart's page is made from. */
export interface TabProps {
  readonly release: ChartRelease;
  /** Newest first. */
  readonly versions: readonly ReleaseSummary[];
  /** The version as the page's address names it, for links that stay on it; null for "the latest". */
  readonly address: string | null;
  readonly view: ChartView;
}

/** Of a part that comes from the archive. */
export interface ContentTabProps extends TabProps {
  readonly content: ChartContent;
}
