import { QUALIFIERS } from "#lib/catalog/qualifiers.ts";

const EXAMPLES = [QUALIFIERS.image, QUALIFIERS.crd, QUALIFIERS.dep].map(({ example }) => example);

/** What can be searched, in a line with examples one can follow. */
export function SearchExamples() {
  return (
    <p className="mt-2 mb-1 flex flex-wrap gap-x-4 gap-y-0.5 text-ink-2 text-sm">
      <span>Search charts by name, or by what is inside them:</span>
      {EXAMPLES.map((example, index) => (
        <a
          key={example}
          href={`/?q=${encodeURIComponent(example)}`}
          className={`font-mono text-ink hover:underline hover:decoration-signal hover:underline-offset-3 ${index > 0 ? "max-sm:hidden" : ""}`}
        >
          {example}
        </a>
      ))}
    </p>
  );
}
