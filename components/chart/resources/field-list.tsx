import { Badge } from "#components/ui/badge.tsx";
import { formatQuantity } from "#components/ui/format.ts";
import type { CrdField } from "#lib/chart/crds/crd-schema.ts";
import type { ShownField } from "./plan-fields.ts";
import { Prose } from "./prose.tsx";

/** Levels that are open from the start. */
const OPEN_LEVELS = 1;

/** Fields of a kind, each folding open to its own; where those are too many, with a link to them. */
export function FieldList({
  fields,
  hrefOf,
  level = 0,
}: {
  fields: readonly ShownField[];
  /** The address of a field's own. */
  hrefOf: (path: string) => string;
  level?: number;
}) {
  return (
    <ul className={level === 0 ? "" : "ml-1.5 border-rule border-l pl-3 sm:pl-4"}>
      {fields.map(({ field, path, within }) => (
        <li key={path} className="border-rule border-t py-1.5 first:border-t-0">
          {within === null || within.length === 0 ? (
            <>
              <FieldHead field={field} />
              <FieldWords field={field} />
              {within === null && (
                <p className="text-sm">
                  <a href={hrefOf(path)} className="text-link">
                    {formatQuantity(field.count, "field")} of {field.name}
                  </a>
                </p>
              )}
            </>
          ) : (
            <details open={level < OPEN_LEVELS}>
              <summary>
                <FieldHead field={field} />{" "}
                <span className="text-ink-3 text-sm">{formatQuantity(field.count, "field")}</span>
              </summary>
              <FieldWords field={field} />
              <FieldList fields={within} hrefOf={hrefOf} level={level + 1} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function FieldHead({ field: { name, type, required, default: given } }: { field: CrdField }) {
  return (
    <span className="break-words">
      <code className="font-semibold">{name}</code>{" "}
      <span className="font-mono text-ink-2 text-sm">{type}</span> {required && <Badge>required</Badge>}
      {given !== null && (
        <span className="text-ink-2 text-sm">
          {" "}
          default <code>{given}</code>
        </span>
      )}
    </span>
  );
}

function FieldWords({ field: { description, enum: values, rules } }: { field: CrdField }) {
  return (
    <>
      {description !== "" && (
        <Prose text={description} className="max-w-[80ch] break-words text-ink-2 text-sm" />
      )}
      {values.length > 0 && (
        <p className="break-words text-sm">
          one of <code>{values.join(", ")}</code>
        </p>
      )}
      {rules.length > 0 && <p className="break-words text-ink-3 text-sm">{rules.join("; ")}</p>}
    </>
  );
}
