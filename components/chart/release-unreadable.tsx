import { BlankState } from "#components/ui/blank-state.tsx";
import { type ChartId, chartPath } from "#lib/catalog/chart-path.ts";

/** A version that is in the registry and cannot be read, and why. */
export function ReleaseUnreadable({
  id,
  address,
  error,
}: {
  id: ChartId;
  address: string | null;
  error: string;
}) {
  return (
    <BlankState title="This version cannot be read">
      <p>{error}</p>
      <p>
        <a href={chartPath(id, address, "versions")} className="text-link">
          Other versions
        </a>{" "}
        are not affected.
      </p>
    </BlankState>
  );
}
