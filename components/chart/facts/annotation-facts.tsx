import type { InvalidAnnotation } from "#lib/chart/hub-annotations.ts";
import { Fact } from "./fact.tsx";

const SHOWN = 100;
const MAX_VALUE = 600;

/** Those that are shown in words of their own, elsewhere on the page. */
const SHOWN_ELSEWHERE = new Set(
  [
    ...[
      "alternativeName",
      "category",
      "changes",
      "containsSecurityUpdates",
      "crds",
      "crdsExamples",
      "images",
    ],
    ...["license", "links", "maintainers", "operator", "operatorCapabilities", "prerelease"],
    ...["recommendations", "screenshots", "signKey"],
  ].map((name) => `artifacthub.io/${name}`),
);

/** All annotations that mean nothing here, as they are; and what is wrong with those that should. */
export function AnnotationFacts({
  annotations,
  invalid,
}: {
  annotations: Readonly<Record<string, string>>;
  invalid: readonly InvalidAnnotation[];
}) {
  const others = Object.entries(annotations).filter(([name]) => !SHOWN_ELSEWHERE.has(name));
  if (others.length + invalid.length === 0) return null;
  return (
    <Fact name="Annotations">
      <dd>
        <details>
          <summary>
            {others.length} more{invalid.length > 0 && `, ${invalid.length} not understood`}
          </summary>
          <ul className="mt-1 space-y-1.5">
            {invalid.map(({ annotation, reason }) => (
              <li key={`${annotation} ${reason}`} className="break-words">
                <code className="break-all">{annotation}</code> {reason}
              </li>
            ))}
            {others.slice(0, SHOWN).map(([name, value]) => (
              <li key={name}>
                <code className="block break-all text-ink-2">{name}</code>
                <span className="whitespace-pre-wrap break-words">
                  {value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE)}…` : value}
                </span>
              </li>
            ))}
            {others.length > SHOWN && <li>and {others.length - SHOWN} more</li>}
          </ul>
        </details>
      </dd>
    </Fact>
  );
}
