import { MarkedText } from "#components/ui/marked-text.tsx";
import type { Match } from "#lib/catalog/catalog.ts";
import type { Snippet } from "./plan-snippets.ts";

const FIELD_LABELS: Readonly<Record<Match["field"], string>> = {
  name: "name",
  description: "description",
  keywords: "keyword",
  about: "known as",
  maintainers: "maintainer",
  dependencies: "depends on",
  values: "values",
  images: "image",
  crds: "CRD",
  kinds: "template",
  readme: "README",
};

/** Fields whose place is a key path or a file, not words. */
const CODE_PLACES: ReadonlySet<Match["field"]> = new Set(["values", "images", "crds", "kinds"]);
/** Fields whose text is what was found, and the place where. */
const FOUND_AT: ReadonlySet<Match["field"]> = new Set(["images", "crds", "kinds"]);

/** Where a chart matched; the place is a link to it, above the one that covers the row. */
export function HitSnippet({ snippet: { field, place, href, text } }: { snippet: Snippet }) {
  const where = place.length > 0 && (
    <Place href={href} code={CODE_PLACES.has(field)}>
      <MarkedText segments={place} />
    </Place>
  );
  const said = text.length > 0 && (
    <span className={FOUND_AT.has(field) ? "font-mono" : undefined}>
      {place.length === 0 && href !== null ? (
        <Place href={href} code={false}>
          <MarkedText segments={text} />
        </Place>
      ) : (
        <MarkedText segments={text} />
      )}
    </span>
  );
  const [first, link, second] = FOUND_AT.has(field) ? [said, " in ", where] : [where, " — ", said];
  return (
    <p className="mt-1.5 flex items-baseline gap-2 text-ink-2 text-sm">
      <span className="shrink-0 rounded-xs border border-rule bg-panel px-1.25 text-ink-3 text-xs">
        {FIELD_LABELS[field]}
      </span>
      <span dir="auto" className="line-clamp-2 min-w-0">
        {first}
        {first && second && link}
        {second}
      </span>
    </p>
  );
}

interface PlaceProps {
  readonly href: string | null;
  readonly code: boolean;
  readonly children: React.ReactNode;
}

function Place({ href, code, children }: PlaceProps) {
  const name = <bdi className={code ? "font-mono" : "font-semibold"}>{children}</bdi>;
  return href === null ? (
    name
  ) : (
    <a href={href} className="text-link relative text-ink">
      {name}
    </a>
  );
}
