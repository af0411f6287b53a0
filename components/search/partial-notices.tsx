import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { PartialNotice } from "#lib/catalog/catalog.ts";

/** Which sources may be missing charts or show them older than they are, and why. */
export function PartialNotices({ partial }: { partial: readonly PartialNotice[] }) {
  if (partial.length === 0) return null;
  return (
    <Notice>
      <p className="font-semibold">What is shown may be incomplete.</p>
      <ul>
        {partial.map(({ source, reason, since }) => (
          <li key={source}>
            <a href="/sources" className="text-link font-mono">
              {source}
            </a>{" "}
            {since === null ? (
              "has not been read whole yet"
            ) : (
              <>
                is as it was <RelativeTime iso={since} />
              </>
            )}
            : {reason}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
