import type { CrdsDifference } from "#lib/chart/compare/compare-crds.ts";
import type { DependencyChange } from "#lib/chart/compare/compare-dependencies.ts";
import type { FieldChange } from "#lib/chart/compare/compare-fields.ts";
import type { ImagesDifference, ImageUse } from "#lib/chart/compare/compare-images.ts";
import type { CustomResource } from "#lib/chart/crds/custom-resources.ts";
import type { ChartDependency } from "#lib/chart/metadata.ts";
import { ChangeList } from "./change-list.tsx";

/** Images by name. */
export function ImageChanges({
  difference: { changed, removed, added },
  all,
}: {
  difference: ImagesDifference;
  all: string | null;
}) {
  return (
    <>
      <ChangeList
        title="Another tag or place"
        mark="changed"
        entries={changed}
        keyOf={({ to }) => to.name}
        all={all}
      >
        {({ from, to }) => (
          <>
            {from.name === to.name && <code className="compare-key">{to.name}</code>}{" "}
            <del>{imageText(from, to)}</del> <ins>{imageText(to, from)}</ins>
          </>
        )}
      </ChangeList>
      <ChangeList title="Used no more" mark="removed" entries={removed} keyOf={({ name }) => name} all={all}>
        {(image) => <del>{imageText(image, null)}</del>}
      </ChangeList>
      <ChangeList title="Newly used" mark="added" entries={added} keyOf={({ name }) => name} all={all}>
        {(image) => (
          <>
            <ins>{imageText(image, null)}</ins> <span>from {image.places.slice(0, 3).join(", ")}</span>
          </>
        )}
      </ChangeList>
    </>
  );
}

/** The tags alone where both sides have the name. */
function imageText({ name, tags }: ImageUse, other: ImageUse | null): string {
  const shown = tags.slice(0, 5).join(", ") || "no tag";
  return other?.name === name ? shown : tags.join("") === "" ? name : `${name}:${shown}`;
}

/** Dependencies by what the chart calls them. */
export function DependencyChanges({
  changes,
  all,
}: {
  changes: readonly DependencyChange[];
  all: string | null;
}) {
  const keyOf = ({ name, from, to }: DependencyChange) => `${name} ${from?.alias} ${to?.alias}`;
  return (
    <>
      <ChangeList
        title="Gone"
        mark="removed"
        entries={changes.filter(({ to }) => to === null)}
        keyOf={keyOf}
        all={all}
      >
        {({ from }) => from !== null && <del>{dependencyText(from)}</del>}
      </ChangeList>
      <ChangeList
        title="Changed"
        mark="changed"
        entries={changes.filter(({ from, to }) => from !== null && to !== null)}
        keyOf={keyOf}
        all={all}
      >
        {({ name, fields }) => (
          <>
            <code className="compare-key">{name}</code>
            <ul>
              {fields.map(({ field, from, to }) => (
                <li key={field}>
                  {field} <Texts from={from} to={to} />
                </li>
              ))}
            </ul>
          </>
        )}
      </ChangeList>
      <ChangeList
        title="New"
        mark="added"
        entries={changes.filter(({ from }) => from === null)}
        keyOf={keyOf}
        all={all}
      >
        {({ to }) => to !== null && <ins>{dependencyText(to)}</ins>}
      </ChangeList>
    </>
  );
}

function dependencyText({ name, alias, version, repository }: ChartDependency): string {
  const called = alias === null ? "" : ` as ${alias}`;
  return `${name}${called} ${version} ${repository}`.trim();
}

/** Kinds, and the versions of their definitions. */
export function CrdChanges({
  difference: { added, removed, changed },
  all,
  fileHref,
}: {
  difference: CrdsDifference;
  all: string | null;
  /** Where a file's lines are compared. */
  fileHref: (path: string) => string;
}) {
  return (
    <>
      <ChangeList title="Gone" mark="removed" entries={removed} keyOf={crdName} all={all}>
        {(crd) => <del>{crdText(crd)}</del>}
      </ChangeList>
      <ChangeList title="Changed" mark="changed" entries={changed} keyOf={crdName} all={all}>
        {({ kind, group, addedVersions, removedVersions, fromPath, toPath }) => (
          <>
            <code className="compare-key">{crdName({ kind, group })}</code>{" "}
            {removedVersions.length > 0 && <del>{removedVersions.join(", ")}</del>}{" "}
            {addedVersions.length > 0 && <ins>{addedVersions.join(", ")}</ins>}{" "}
            {toPath !== null && fromPath === toPath && (
              <a href={fileHref(toPath)} className="text-link">
                its definition
              </a>
            )}
          </>
        )}
      </ChangeList>
      <ChangeList title="New" mark="added" entries={added} keyOf={crdName} all={all}>
        {(crd) => <ins>{crdText(crd)}</ins>}
      </ChangeList>
    </>
  );
}

function crdName({ kind, group }: { kind: string; group: string }): string {
  return group === "" ? kind : `${kind}.${group}`;
}

function crdText(crd: CustomResource): string {
  return `${crdName(crd)} ${crd.versions.join(", ")}`.trim();
}

/** Fields of Chart.yaml. */
export function FieldChanges({ changes, all }: { changes: readonly FieldChange[]; all: string | null }) {
  return (
    <ChangeList title="Fields" mark="changed" entries={changes} keyOf={({ field }) => field} all={all}>
      {({ field, from, to }) => (
        <>
          <code className="compare-key">{field}</code> <Texts from={from} to={to} />
        </>
      )}
    </ChangeList>
  );
}

const MAX_TEXT = 2_000;

/** What was said, and what is; nothing where nothing was. */
function Texts({ from, to }: { from: string; to: string }) {
  return (
    <>
      {from === "" ? <span>was not set</span> : <del>{from.slice(0, MAX_TEXT)}</del>}{" "}
      {to === "" ? <span>is not set any more</span> : <ins>{to.slice(0, MAX_TEXT)}</ins>}
    </>
  );
}
