import type { RenderedHeading } from "#lib/markup/render-markdown.ts";
import { planContents } from "./plan-contents.ts";

/** The headings of a long text, two levels deep, to jump to. */
export function Contents({ headings }: { headings: readonly RenderedHeading[] }) {
  const listed = planContents(headings);
  if (listed.length === 0) return null;
  return (
    <details className="mb-5 border-rule border-y py-1.5 text-sm">
      <summary className="font-semibold">Contents</summary>
      <nav aria-label="Contents of the README">
        <ul className="gap-x-8 pt-1.5 pb-1 sm:columns-2">
          {listed.map(({ id, text, inner }) => (
            <li key={id} className={`break-inside-avoid py-0.5 ${inner ? "pl-4" : ""}`}>
              <a href={`#${id}`} className="hover:underline hover:decoration-signal hover:underline-offset-3">
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}
