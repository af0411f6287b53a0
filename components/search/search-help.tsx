import { QUALIFIER_NAMES, QUALIFIERS } from "#lib/catalog/qualifiers.ts";

/** What the box understands beside words; unfolds without JavaScript. */
export function SearchHelp() {
  return (
    <details className="text-ink-2 text-sm">
      <summary className="text-link w-fit">What the box understands</summary>
      <div className="mt-2 max-w-[51rem] rounded-sm border border-rule bg-paper px-4 py-3">
        <p>
          Words are found in names first, then in keywords and descriptions, then in READMEs, values, images
          and templates. <code>"two words"</code> in quotes stand next to each other; what has <code>-</code>{" "}
          before it is left out; <code>*</code> at the end of a value stands for any ending.
        </p>
        <dl className="mt-3 grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {QUALIFIER_NAMES.map((name) => (
            <div key={name} className="flex flex-wrap gap-x-2">
              <dt>
                <a
                  href={`/?q=${encodeURIComponent(QUALIFIERS[name].example)}`}
                  className="text-link font-mono text-ink"
                >
                  {QUALIFIERS[name].example}
                </a>
              </dt>
              <dd>charts {QUALIFIERS[name].help}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3">
          Versions and dates take <code>&gt;</code>, <code>&gt;=</code>, <code>&lt;</code>, <code>&lt;=</code>
          ; versions <code>^</code> and <code>~</code> too, dates also <code>30d</code>, <code>6m</code>,{" "}
          <code>1y</code>. A value with spaces is quoted.
        </p>
      </div>
    </details>
  );
}
