import { Notice } from "#components/ui/notice.tsx";
import { type ChartId, templatePath } from "#lib/catalog/chart-path.ts";
import type { CustomResource } from "#lib/chart/crds/custom-resources.ts";
import type { HubAnnotations } from "#lib/chart/hub-annotations.ts";
import type { ChartImage } from "#lib/chart/images/chart-images.ts";
import type { TemplateKind } from "#lib/chart/templates/template-kinds.ts";
import { crdPath } from "../chart-view.ts";
import { ImageList } from "./image-list.tsx";
import { KindPage, type ShownKind } from "./kind-page.tsx";

/** Files of one kind that are listed. */
const MAX_FILES = 20;

/** What the chart makes in a cluster: images that run, kinds it adds, objects of its templates. Or one of those kinds, whole. */
export function ResourcesTab({
  id,
  version,
  address,
  facts,
  names,
  asked,
  kind,
  place,
}: {
  id: ChartId;
  version: string;
  address: string | null;
  facts: {
    readonly images: readonly ChartImage[];
    readonly crds: readonly CustomResource[];
    readonly kinds: readonly TemplateKind[];
    readonly hub: HubAnnotations;
  };
  /** What addresses call each kind. */
  names: ReadonlyMap<CustomResource, string>;
  /** The kind the address names, or null. */
  asked: string | null;
  /** That kind; null if there is none. */
  kind: ShownKind | null;
  place: { readonly api: string | null; readonly field: string | null };
}) {
  if (kind !== null) {
    return (
      <KindPage id={id} version={version} address={address} kind={kind} api={place.api} place={place.field} />
    );
  }
  return (
    <>
      {asked !== null && (
        <div className="mb-4">
          <Notice>
            This version adds no kind called <code className="break-all">{asked}</code>.
          </Notice>
        </div>
      )}
      <ImageList id={id} address={address} images={facts.images} annotated={facts.hub.images} />
      <AddedKinds id={id} address={address} crds={facts.crds} names={names} hub={facts.hub} />
      <MadeKinds id={id} address={address} kinds={facts.kinds} />
    </>
  );
}

function AddedKinds({
  id,
  address,
  crds,
  names,
  hub,
}: {
  id: ChartId;
  address: string | null;
  crds: readonly CustomResource[];
  names: ReadonlyMap<CustomResource, string>;
  hub: HubAnnotations;
}) {
  return (
    <section aria-labelledby="kinds-added" className="mt-9">
      <h2 id="kinds-added" className="scroll-mt-4 border-ink border-b pb-1.5 font-semibold text-lg">
        Kinds it adds (CRDs)
      </h2>
      {crds.length === 0 && <p className="py-3 text-ink-2">None.</p>}
      <ul>
        {crds.map((crd) => {
          const name = names.get(crd) ?? crd.kind;
          const examples = hub.crdsExamples.filter((example) => example.kind === crd.kind).length;
          return (
            <li key={name} className="border-rule border-b py-2">
              <div className="flex flex-wrap items-baseline gap-x-2.5">
                <a href={crdPath(id, address, name)} className="break-all font-semibold text-link">
                  {crd.kind}
                </a>
                <code className="break-all text-ink-2 text-sm">{name}</code>
                <span className="font-mono text-sm">{crd.versions.join(", ")}</span>
                {examples > 0 && <span className="text-ink-2 text-sm">with an example</span>}
              </div>
              <p className="text-sm">
                {crd.path === null ? (
                  <span className="text-ink-2">by annotation only</span>
                ) : (
                  <a href={templatePath(id, address, crd.path, crd.line)} className="break-all text-link">
                    {crd.path}:{crd.line}
                  </a>
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function MadeKinds({
  id,
  address,
  kinds,
}: {
  id: ChartId;
  address: string | null;
  kinds: readonly TemplateKind[];
}) {
  const byKind = [...Map.groupBy(kinds, ({ kind }) => kind)].sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <section aria-labelledby="kinds-made" className="mt-9">
      <h2 id="kinds-made" className="scroll-mt-4 border-ink border-b pb-1.5 font-semibold text-lg">
        Objects its templates make
      </h2>
      {byKind.length === 0 && <p className="py-3 text-ink-2">None that are named literally.</p>}
      <ul>
        {byKind.map(([kind, places]) => (
          <li key={kind} className="border-rule border-b py-2">
            <span className="font-semibold">{kind}</span>
            <ul className="flex flex-wrap gap-x-4 text-sm">
              {places.slice(0, MAX_FILES).map(({ path, line }) => (
                <li key={path}>
                  <a href={templatePath(id, address, path, line)} className="break-all text-link">
                    {path}:{line}
                  </a>
                </li>
              ))}
              {places.length > MAX_FILES && (
                <li className="text-ink-2">and {places.length - MAX_FILES} more files</li>
              )}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
