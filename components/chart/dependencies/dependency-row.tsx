import type { ReactNode } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { formatQuantity } from "#components/ui/format.ts";
import { type ChartId, chartPath, valueKeyPath } from "#lib/catalog/chart-path.ts";
import type { ResolvedDependency } from "#lib/catalog/chart-relations.ts";
import type { DefaultState } from "#lib/chart/dependencies/enabled-by-default.ts";
import type { StatedDependency } from "#lib/chart/dependencies/read-dependencies.ts";
import { ExternalLink } from "../external-link.tsx";
import { parseHttpAddress } from "../http-address.ts";

/** One dependency: what is asked for, what of it is packed, and where it is here. */
export function DependencyRow({
  id,
  address,
  dependency,
  found,
}: {
  id: ChartId;
  address: string | null;
  dependency: StatedDependency;
  found: ResolvedDependency | null;
}) {
  const { name, alias, version, condition, tags, importValues, locked, packed, repository } = dependency;
  return (
    <li className="border-rule border-b py-2.5">
      <div className="flex flex-wrap items-baseline gap-x-2.5">
        <span className="break-all font-semibold">
          {found === null ? (
            <bdi>{name}</bdi>
          ) : (
            <a href={chartPath(found.id, found.version)} className="text-link">
              <bdi>{name}</bdi>
            </a>
          )}
        </span>
        <code className="break-all">{version === "" ? "any version" : version}</code>
        {alias !== null && (
          <span className="break-all text-ink-2">
            as <code>{alias}</code>
          </span>
        )}
        <Badge tone={dependency.byDefault.enabled ? "good" : "plain"}>
          {dependency.byDefault.enabled ? "on by default" : "off by default"}
        </Badge>
      </div>
      <dl className="mt-1 grid gap-x-4 gap-y-0.5 text-sm sm:grid-cols-[7.5rem_minmax(0,1fr)]">
        <Line name="Here">{found === null ? "no chart of this name" : <Found found={found} />}</Line>
        <Line name="Repository">
          <Repository address={repository} />
        </Line>
        {(locked !== null || packed !== null) && (
          <Line name="Packed">
            {packed === null ? (
              "nothing in charts/"
            ) : (
              <>
                <code>{packed.version}</code> in <code>{packed.path}</code>
                {packed.fits === false && ", which is not what is asked for"}
              </>
            )}
            {locked !== null && (
              <>
                , locked at <code>{locked}</code>
              </>
            )}
          </Line>
        )}
        {condition !== null && (
          <Line name="Condition">
            {condition.split(",").map((key) => (
              <a
                key={key}
                href={valueKeyPath(id, address, key.trim())}
                className="mr-2.5 break-all text-link"
              >
                <code>{key.trim()}</code>
              </a>
            ))}
          </Line>
        )}
        {tags.length > 0 && (
          <Line name="Tags">
            <code className="break-all">{tags.join(", ")}</code>
          </Line>
        )}
        {importValues.length > 0 && (
          <Line name="Imports values">
            <code className="break-all">{importValues.join(", ")}</code>
          </Line>
        )}
        <Line name="Decided by">{reasonOf(dependency.byDefault)}</Line>
      </dl>
    </li>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-ink-3">{name}</dt>
      <dd className="max-sm:mb-1">{children}</dd>
    </div>
  );
}

function Found({ found: { id, by, version, latest, others } }: { found: ResolvedDependency }) {
  return (
    <>
      <a href={chartPath(id)} className="break-all text-link">
        {id.source}/{id.repository}
      </a>
      {version === null ? (
        <>
          : no release fits; the latest is <code>{latest}</code>
        </>
      ) : (
        <>
          : <code>{version}</code> is the newest that fits
          {version !== latest && (
            <>
              , <code>{latest}</code> the latest
            </>
          )}
        </>
      )}
      {by === "name" && (
        <span className="block text-ink-2">
          Found by its name alone: the repository it comes from is no source here.
          {others > 0 && ` ${formatQuantity(others, "other chart has", "other charts have")} the name, too.`}
        </span>
      )}
    </>
  );
}

function Repository({ address }: { address: string }) {
  if (address === "") return "none: it must be packed in charts/";
  const link = parseHttpAddress(address);
  if (link !== null) return <ExternalLink href={link.href}>{link.label}</ExternalLink>;
  return <code className="break-all">{address}</code>;
}

function reasonOf({ by, key, enabled }: DefaultState): string {
  switch (by) {
    case "always":
      return "nothing: it is always installed";
    case "condition":
      return `${key} is ${enabled} by default`;
    case "tags":
      return `${key} is ${enabled} by default`;
    case "unset":
      return "no default says otherwise: it is installed";
  }
}
