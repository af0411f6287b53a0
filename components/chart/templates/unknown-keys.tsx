import { formatQuantity } from "#components/ui/format.ts";
import { type ChartId, templatePath } from "#lib/catalog/chart-path.ts";
import type { UnknownKey } from "#lib/chart/templates/unknown-keys.ts";
import { findTemplatesPath } from "./template-addresses.ts";

/** Keys the templates of a chart use and its values.yaml does not have: options nobody documents, and misspellings. */
export function UnknownKeys({
  id,
  address,
  keys,
}: {
  id: ChartId;
  address: string | null;
  keys: readonly UnknownKey[];
}) {
  if (keys.length === 0) return null;
  return (
    <details className="unknown-keys">
      <summary>{formatQuantity(keys.length, "key")} used in templates but not in values.yaml</summary>
      <ul className="used-keys">
        {keys.map(({ path, status, place, uses }) => (
          <li key={path}>
            <a href={findTemplatesPath(id, address, `.Values.${path}`)}>
              <code>{path}</code>
            </a>
            <span>{status === "commented" ? "in a comment only" : formatQuantity(uses, "use")}</span>
            <span>
              <a href={templatePath(id, address, place.file, place.line)}>
                {place.file}:{place.line}
              </a>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
