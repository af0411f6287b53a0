import type { Metadata } from "next";
import type { ReactNode } from "react";
import { NothingHere } from "#components/ui/nothing-here.tsx";
import { answerMissing } from "#lib/server/missing-pages.ts";

/** What a page is called that is not there. */
export const MISSING: Metadata = { title: "Not found", robots: { index: false } };

/** In place of a page that is not there, or not the viewer's to see; answers 404. */
export async function MissingPage({ children }: { children?: ReactNode }) {
  await answerMissing();
  return <NothingHere>{children}</NothingHere>;
}
