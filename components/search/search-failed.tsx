import { controlStyle } from "#components/ui/control-style.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { SearchFailure } from "./search-context.client.tsx";

interface SearchFailedProps {
  readonly failure: SearchFailure;
  /** Whether an earlier answer is still shown below. */
  readonly stale: boolean;
  readonly busy: boolean;
  readonly retry: () => void;
}

/** What failed and what to do; never taken for "nothing found". */
export function SearchFailed({ failure, stale, busy, retry }: SearchFailedProps) {
  return (
    <div role="alert" className="mb-5">
      <Notice tone="bad">
        <p className="font-semibold">{failure.title}</p>
        <p className="text-ink-2">
          {failure.detail} {stale && "Until then, what was found before stays below."}
        </p>
        <button
          type="button"
          onClick={retry}
          disabled={busy}
          className={`${controlStyle.secondary} mt-2 noscript:hidden`}
        >
          {busy ? "Trying again…" : "Try again"}
        </button>
        <noscript>
          <p>Reload the page to try again.</p>
        </noscript>
      </Notice>
    </div>
  );
}
