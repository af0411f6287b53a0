import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CompareHeader } from "#components/compare/compare-header.tsx";
import { askedPath, isFormAnswer, parseCompareView } from "#components/compare/compare-view.ts";
import { BlankState } from "#components/ui/blank-state.tsx";
import { PageFrame } from "#components/ui/page-frame.tsx";
import { readSearchParams, type SearchParams } from "../read-search-params.ts";
import { Compared } from "./compared.tsx";
import { formSide, namedSide } from "./form-side.ts";
import { loadSides } from "./load-sides.ts";
import { MissingSides } from "./missing-sides.tsx";

interface Props {
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { from, to } = await loadSides(parseCompareView(readSearchParams(await searchParams)));
  const robots = { index: false };
  if (from.kind !== "found" || to.kind !== "found") return { title: "Compare charts", robots };
  const [old, fresh] = [namedSide(from), namedSide(to)];
  const target = old.name === fresh.name ? fresh.version : `${fresh.name} ${fresh.version}`;
  return { title: `${old.name} ${old.version} → ${target}`, robots };
}

export default async function ComparePage({ searchParams }: Props) {
  const params = readSearchParams(await searchParams);
  const view = parseCompareView(params);
  const { from, to } = await loadSides(view);
  // The form's fields are no address one would send to somebody.
  if (isFormAnswer(params)) redirect(askedPath(view));
  if (from.kind === "missing" || to.kind === "missing") return <MissingSides from={from} to={to} />;
  const found = from.kind === "found" && to.kind === "found" ? { from, to } : null;
  return (
    <PageFrame
      band={
        <CompareHeader
          title="Compare two releases"
          sides={found === null ? null : { from: namedSide(found.from), to: namedSide(found.to) }}
          form={{ from: formSide(from), to: formSide(to) }}
        />
      }
    >
      <div className="page-width pt-5 pb-14">
        {from.kind === "unknown" || to.kind === "unknown" ? (
          <BlankState title="The search engine does not answer">
            <p>It knows which releases there are, and is probably starting. Load the page again soon.</p>
          </BlankState>
        ) : found === null ? (
          <BlankState title="Any two releases, also of different charts">
            <p>
              Name both as <code>source/repository</code>. What differs in their values, templates, images and
              all else is then listed here.
            </p>
          </BlankState>
        ) : (
          <Compared from={found.from} to={found.to} view={view} />
        )}
      </div>
    </PageFrame>
  );
}
