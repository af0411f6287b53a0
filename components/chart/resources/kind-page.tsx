import { Html } from "#components/markup/html.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type ChartId, chartPath, templatePath } from "#lib/catalog/chart-path.ts";
import type { DescribedCrd } from "#lib/chart/crds/crd-examples.ts";
import type { CrdReading, CrdVersion } from "#lib/chart/crds/crd-fields.ts";
import type { CustomResource } from "#lib/chart/crds/custom-resources.ts";
import { createHighlighter } from "#lib/markup/highlight.ts";
import { crdPath } from "../chart-view.ts";
import { CopyButton } from "../copy-button.client.tsx";
import { keyNames, plainName } from "../key-names.ts";
import { FieldList } from "./field-list.tsx";
import { fieldAt, planFields } from "./plan-fields.ts";
import { Prose } from "./prose.tsx";
import "#components/markup/code.css";

/** A kind the chart adds, whole. */
export interface ShownKind extends CrdReading {
  /** As addresses call it. */
  readonly name: string;
  readonly resource: CustomResource;
  readonly described: DescribedCrd;
}

/** One kind: its versions, and the fields of one of them. */
export function KindPage({
  id,
  version,
  address,
  kind,
  api,
  place,
}: {
  id: ChartId;
  /** The release shown. */
  version: string;
  /** What the page's address names, for links that stay on it. */
  address: string | null;
  kind: ShownKind;
  /** The version of the kind that was asked for. */
  api: string | null;
  /** The field whose own are asked for. */
  place: string | null;
}) {
  const { name, resource, described, definition, problem } = kind;
  const versions = definition?.versions ?? [];
  const shown =
    versions.find((one) => one.name === api) ?? versions.find((one) => one.storage) ?? versions[0];
  return (
    <section id="kind" aria-labelledby="kind-title" className="scroll-mt-4">
      <p className="text-sm">
        <a href={`${chartPath(id, address, "resources")}#kinds-added`} className="text-link">
          All kinds it adds
        </a>
      </p>
      <h2 id="kind-title" className="mt-1 break-words border-ink border-b pb-1.5 font-semibold text-lg">
        {described.displayName ?? resource.kind}{" "}
        <code className="break-all font-normal text-base text-ink-2">{name}</code>
      </h2>
      {described.description !== "" && (
        <p dir="auto" className="mt-2 max-w-[72ch]">
          {described.description}
        </p>
      )}
      <p className="mt-2 text-ink-2 text-sm">
        {[
          `kind ${resource.kind}`,
          definition?.scope ?? null,
          definition !== null && definition.shortNames.length > 0
            ? `short ${definition.shortNames.length === 1 ? "name" : "names"} ${definition.shortNames.join(", ")}`
            : null,
          definition !== null && definition.categories.length > 0
            ? `category ${definition.categories.join(", ")}`
            : null,
        ]
          .filter((one) => one !== null)
          .join(" · ")}
        {resource.path !== null && (
          <>
            {" · "}
            <a href={templatePath(id, version, resource.path, resource.line)} className="break-all text-link">
              {resource.path}:{resource.line}
            </a>
          </>
        )}
      </p>
      {problem !== null && (
        <div className="mt-3">
          <Notice>{problem}</Notice>
        </div>
      )}
      {resource.path === null && (
        <div className="mt-3">
          <Notice>
            Only the annotation <code>artifacthub.io/crds</code> names this kind: no file of the archive
            defines it.
          </Notice>
        </div>
      )}
      {versions.length > 0 && (
        <Versions
          versions={versions}
          shown={shown}
          hrefOf={(one) => crdPath(id, address, name, { version: one })}
        />
      )}
      {shown !== undefined && (
        <Fields
          version={shown}
          place={place}
          hrefOf={(path) =>
            crdPath(id, address, name, {
              version: shown.name,
              ...(path === "" ? {} : { within: path }),
            })
          }
        />
      )}
      <Examples examples={described.examples} />
    </section>
  );
}

function Versions({
  versions,
  shown,
  hrefOf,
}: {
  versions: readonly CrdVersion[];
  shown: CrdVersion | undefined;
  hrefOf: (version: string) => string;
}) {
  return (
    <nav aria-label="Versions of the kind" className="mt-3 flex flex-wrap gap-x-5 gap-y-1">
      {versions.map((one) => (
        <span key={one.name} className="inline-flex flex-wrap items-baseline gap-x-1.5">
          <a
            href={hrefOf(one.name)}
            aria-current={one === shown ? "page" : undefined}
            className="font-mono text-link aria-[current]:font-semibold aria-[current]:text-ink"
          >
            {one.name}
          </a>
          {one.storage && <Badge>stored</Badge>}
          {!one.served && <Badge tone="warn">not served</Badge>}
          {one.deprecated && <Badge tone="bad">deprecated</Badge>}
        </span>
      ))}
    </nav>
  );
}

function Fields({
  version,
  place,
  hrefOf,
}: {
  version: CrdVersion;
  place: string | null;
  hrefOf: (path: string) => string;
}) {
  const fields = planFields(version.fields, place);
  const at = place === null ? null : fieldAt(version.fields, place);
  return (
    <div className="mt-3">
      {version.warning !== null && <Notice>{version.warning}</Notice>}
      {place === null && version.description !== "" && (
        <Prose text={version.description} className="mb-2 max-w-[80ch] text-ink-2" />
      )}
      {place !== null && (
        <p className="mb-2 break-words text-sm">
          <a href={hrefOf("")} className="text-link">
            {version.name}
          </a>
          {pathsTo(place).map((path) => (
            <span key={path}>
              {" › "}
              {path === place ? (
                <code>{lastName(path)}</code>
              ) : (
                <a href={hrefOf(path)} className="text-link">
                  <code>{lastName(path)}</code>
                </a>
              )}
            </span>
          ))}
        </p>
      )}
      {at !== null && at.description !== "" && (
        <Prose text={at.description} className="mb-2 max-w-[80ch] text-ink-2 text-sm" />
      )}
      {fields === null ? (
        <Notice>This version has no such field.</Notice>
      ) : fields.length === 0 ? (
        <p className="text-ink-2">No fields are defined: it takes what it is given.</p>
      ) : (
        <FieldList fields={fields} hrefOf={hrefOf} />
      )}
      {version.cut && <p className="mt-2 text-ink-2 text-sm">There are more fields than are read here.</p>}
    </div>
  );
}

/** `a`, `a.b`, `a.b.c` of `a.b.c`. */
function pathsTo(place: string): readonly string[] {
  const names = keyNames(place);
  return names.map((_, index) => names.slice(0, index + 1).join("."));
}

function lastName(path: string): string {
  return plainName(keyNames(path).at(-1) ?? "");
}

function Examples({ examples }: { examples: readonly string[] }) {
  if (examples.length === 0) return null;
  const highlight = createHighlighter();
  return (
    <section aria-labelledby="examples" className="mt-7">
      <h3 id="examples" className="font-semibold">
        {examples.length === 1 ? "An example" : "Examples"}
      </h3>
      {examples.map((example) => (
        <div key={example} className="mt-2 border-rule border-y py-2">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls it by the arrow keys */}
          <pre className="overflow-x-auto text-sm" tabIndex={0}>
            <Html as="code" html={highlight(example, "yaml")} />
          </pre>
          <CopyButton text={example} label="Copy the example" className="text-link text-sm">
            copy
          </CopyButton>
        </div>
      ))}
    </section>
  );
}
