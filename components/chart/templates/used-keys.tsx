import { formatQuantity } from "#components/ui/format.ts";
import { type ChartId, valueKeyPath } from "#lib/catalog/chart-path.ts";
import type { UsedKey } from "#lib/chart/templates/file-references.ts";
import { findTemplatesPath } from "./template-addresses.ts";

const MAX_LINES = 12;

/** The values a file uses, with their defaults: what a link in the file says to who can point at it. */
export function UsedKeys({
  id,
  address,
  used,
}: {
  id: ChartId;
  address: string | null;
  used: readonly UsedKey[];
}) {
  const missing = used.filter(({ status }) => status === "unknown" || status === "commented");
  return (
    <>
      {used.length > 0 && (
        <details>
          <summary>Uses {formatQuantity(used.length, "key")} of the values</summary>
          <KeyList id={id} address={address} used={used} />
        </details>
      )}
      {missing.length > 0 && (
        <details>
          <summary>
            <strong>{formatQuantity(missing.length, "key")}</strong> used here but not in values.yaml
          </summary>
          <KeyList id={id} address={address} used={missing} />
        </details>
      )}
    </>
  );
}

function KeyList({ id, address, used }: { id: ChartId; address: string | null; used: readonly UsedKey[] }) {
  return (
    <ul className="used-keys">
      {used.map(({ path, status, key, lines }) => (
        <li key={path}>
          {key === null ? (
            <code>{path}</code>
          ) : (
            <KeyLink id={id} address={address} path={path} whole={key.path} />
          )}
          <span>
            {status === "known" && (key?.default == null ? key?.type : <code>{key.default}</code>)}
            {status === "below" && (
              <>
                below <code>{key?.path}</code>, <code>{key?.default ?? key?.type}</code>
              </>
            )}
            {status === "unknown" && "not in values.yaml"}
            {status === "commented" && "in a comment of values.yaml only"}
            {status === "unclaimed" && "of whoever includes this"}
          </span>
          <span>
            {lines.slice(0, MAX_LINES).map((line) => (
              <a key={line} href={`#L${line}`} aria-label={`Line ${line}`}>
                {line}
              </a>
            ))}
            {lines.length > MAX_LINES && "\u2026 "}
            <a
              href={findTemplatesPath(
                id,
                address,
                `.Values.${key !== null && status === "known" ? key.path : path}`,
              )}
              aria-label={`Where ${path} is used`}
            >
              everywhere
            </a>
          </span>
        </li>
      ))}
    </ul>
  );
}

function KeyLink({
  id,
  address,
  path,
  whole,
}: {
  id: ChartId;
  address: string | null;
  path: string;
  whole: string;
}) {
  return (
    <a href={valueKeyPath(id, address, whole)}>
      <code>{path}</code>
    </a>
  );
}
