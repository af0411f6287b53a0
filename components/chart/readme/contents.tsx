import type { RenderedHeading } from "#lib/markup/render-markdown.ts";

const FEWEST = 5;
const MOST = 100;

/** The headings of a long text, two levels deep, to jump to. */
export function Contents({ headings }: { headings: readonly RenderedHeading[] }) {
  const top = Math.min(...headings.slice(1).map((heading) => heading.level));
  const listed = headings.slice(1).filter((heading) => heading.level <= top + 1 && heading.text !== "");
  if (listed.length < FEWEST) return null;
  return (
    <details className="mb-5 border-rule border-y py-1.5 text-sm">
      <summary className="font-semibold">Contents</summary>
      <nav aria-label="Contents of the README">
        <ul className="gap-x-8 pt-1.5 pb-1 sm:columns-2">
          {listed.slice(0, MOST).map((heading) => (
            <li key={heading.id} className={`break-inside-avoid py-0.5 ${heading.level > top ? "pl-4" : ""}`}>
              <a
                href={`#${heading.id}`}
                className="hover:underline hover:decoration-signal hover:underline-offset-3"
              >
                {heading.text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}
