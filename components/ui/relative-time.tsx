import { formatExactTime, formatRelativeTime } from "./format.ts";

/**
 * How long ago, with the exact time on hover. Server and browser may stand on either side of a minute; React is told
 * to keep what the server wrote. Text that is not a date is shown as it is.
 */
export function RelativeTime({ iso }: { iso: string }) {
  return (
    <time dateTime={iso} title={formatExactTime(iso) ?? undefined} suppressHydrationWarning>
      {formatRelativeTime(iso, Date.now()) ?? iso}
    </time>
  );
}
