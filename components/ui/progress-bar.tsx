/** How much of a known whole is done; with `total` null, a bar that only says something is going on. */
export function ProgressBar({ label, done, total }: { label: string; done: number; total: number | null }) {
  return (
    <progress
      aria-label={label}
      max={total ?? undefined}
      value={total === null ? undefined : done}
      className="block h-1.5 w-full overflow-hidden rounded-xs bg-sea-2 motion-safe:indeterminate:animate-pulse [&::-moz-progress-bar]:bg-signal [&::-webkit-progress-bar]:bg-sea-2 [&::-webkit-progress-value]:bg-signal indeterminate:[&::-moz-progress-bar]:bg-sea-3"
    />
  );
}
