import { CompareHeader } from "#components/compare/compare-header.tsx";
import { BlankState } from "#components/ui/blank-state.tsx";
import { PageFrame } from "#components/ui/page-frame.tsx";
import { answerMissing } from "#lib/server/missing-pages.ts";
import { formSide } from "./form-side.ts";
import type { Side, Sides } from "./load-sides.ts";

/** Which side is not there, or not the viewer's to see, the two look alike; answers 404. */
export async function MissingSides({ from, to }: Sides) {
  await answerMissing();
  return (
    <PageFrame
      band={
        <CompareHeader
          title="Not on this map"
          sides={null}
          form={{ from: formSide(from), to: formSide(to) }}
        />
      }
    >
      <div className="page-width">
        <BlankState title={titleOf(from, to)}>
          <ul>
            <MissingSide name="From" side={from} />
            <MissingSide name="To" side={to} />
          </ul>
          <p>
            There is nothing at such an address, or it is not yours to see. A chart is written as{" "}
            <code>source/repository</code>, a version behind it as <code>@1.2.3</code>.{" "}
            <a href="/" className="text-link">
              Search all charts
            </a>
          </p>
        </BlankState>
      </div>
    </PageFrame>
  );
}

function titleOf(from: Side, to: Side): string {
  if (from.kind === "missing" && to.kind === "missing") return "Neither side can be found";
  return from.kind === "missing"
    ? "The release to compare from cannot be found"
    : "The release to compare to cannot be found";
}

function MissingSide({ name, side }: { name: string; side: Side }) {
  if (side.kind !== "missing") return null;
  return (
    <li>
      {name}:{" "}
      <code>
        <bdi>{side.text}</bdi>
      </code>
    </li>
  );
}
