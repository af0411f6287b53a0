const ROWS = Array.from({ length: 8 }, (_, index) => index);

/** The outline of a list of hits, for the one case that there is nothing to show yet and nothing went wrong. */
export function SkeletonRows() {
  return (
    <div>
      <p role="status" className="border-ink border-b pb-2 text-ink-2 text-sm">
        Searching…
      </p>
      <div aria-hidden="true">
        {ROWS.map((row) => (
          <div key={row} className="flex gap-3.5 border-rule border-b py-3.5 motion-safe:animate-pulse">
            <div className="size-9 shrink-0 rounded-md bg-sea-2" />
            <div className="flex-1 space-y-2.5 py-1">
              <div className="h-4 w-40 rounded-xs bg-sea-2" />
              <div className="h-3 w-full max-w-[60ch] rounded-xs bg-sea-1" />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
