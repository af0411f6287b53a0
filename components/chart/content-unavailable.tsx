import { BlankState } from "#components/ui/blank-state.tsx";
import { controlStyle } from "#components/ui/control-style.ts";

/** The release is known, its archive is not at hand: why, and whether waiting helps. */
export function ContentUnavailable({
  reason,
  passing,
  here,
}: {
  reason: string;
  passing: boolean;
  here: string;
}) {
  return (
    <BlankState
      title={passing ? "The archive cannot be read just now" : "The archive of this version cannot be read"}
    >
      <p>{reason}</p>
      {passing ? (
        <>
          <p>What is known of the release is beside this; its README and values come from the archive.</p>
          <p>
            <a href={here} className={controlStyle.secondary}>
              Try again
            </a>
          </p>
        </>
      ) : (
        <p>
          Waiting will not change it: this has to be put right in the registry. Other versions may be
          readable.
        </p>
      )}
    </BlankState>
  );
}
