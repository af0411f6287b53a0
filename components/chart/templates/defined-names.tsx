import { formatQuantity } from "#components/ui/format.ts";
import { type ChartId, templatePath } from "#lib/catalog/chart-path.ts";
import type { DefinedName } from "#lib/chart/templates/file-references.ts";
import type { FileLine } from "#lib/chart/templates/template-index.ts";

const MAX_PLACES = 60;

/** What a file defines, and who includes it. */
export function DefinedNames({
  id,
  address,
  defines,
  includedBy,
}: {
  id: ChartId;
  address: string | null;
  defines: readonly DefinedName[];
  /** Of the file itself. */
  includedBy: readonly FileLine[];
}) {
  return (
    <>
      {includedBy.length > 0 && (
        <details>
          <summary>Included by {formatQuantity(includedBy.length, "place")}</summary>
          <Places id={id} address={address} places={includedBy} />
        </details>
      )}
      {defines.length > 0 && (
        <details>
          <summary>Defines {formatQuantity(defines.length, "name")}</summary>
          <ul className="used-keys">
            {defines.map((define) => (
              <li key={`${define.name} ${define.line}`}>
                <a href={`#L${define.line}`}>
                  <code>{define.name}</code>
                </a>
                <span>
                  {define.includedBy.length === 0
                    ? "not included anywhere here"
                    : `included by ${formatQuantity(define.includedBy.length, "place")}`}
                </span>
                <Places id={id} address={address} places={define.includedBy} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Places({
  id,
  address,
  places,
}: {
  id: ChartId;
  address: string | null;
  places: readonly FileLine[];
}) {
  if (places.length === 0) return null;
  return (
    <span>
      {places.slice(0, MAX_PLACES).map(({ file, line }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two includes in one line are two entries
        <a key={index} href={templatePath(id, address, file, line)}>
          {file}:{line}
        </a>
      ))}
      {places.length > MAX_PLACES && "\u2026"}
    </span>
  );
}
