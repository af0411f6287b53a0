import { stringify } from "yaml";
import type { HubAnnotations, HubCrd } from "../hub-annotations.ts";
import type { CustomResource } from "./custom-resources.ts";

/** What the author's annotations say of a kind. */
export interface DescribedCrd {
  readonly displayName: string | null;
  readonly description: string;
  /** Objects of the kind, as YAML. */
  readonly examples: readonly string[];
}

const MAX_EXAMPLES = 10;
/** Characters. */
const MAX_EXAMPLE = 20_000;

/** `artifacthub.io/crds` is matched by kind and group, `artifacthub.io/crdsExamples`, as its definition says, by kind. */
export function describeCrd(
  { kind, group }: Pick<CustomResource, "kind" | "group">,
  hub: Pick<HubAnnotations, "crds" | "crdsExamples">,
): DescribedCrd {
  const isMeant = (crd: HubCrd) => crd.kind === kind && (group === "" || crd.name.endsWith(`.${group}`));
  const said = hub.crds.find(isMeant);
  return {
    displayName: said === undefined || said.displayName === kind ? null : said.displayName,
    description: said?.description ?? "",
    examples: hub.crdsExamples
      .filter((example) => example.kind === kind)
      .slice(0, MAX_EXAMPLES)
      .flatMap(({ resource }) => formatExample(resource) ?? []),
  };
}

/** With every scalar as its author wrote it. Null for what is too large, or nested too deeply to be written. */
function formatExample(resource: unknown): string | null {
  try {
    const text = stringify(resource, { schema: "failsafe", aliasDuplicateObjects: false, lineWidth: 0 });
    return text.length > MAX_EXAMPLE ? null : text;
  } catch {
    return null;
  }
}

/** How a kind is called in an address: `applications.argoproj.io`; by its kind, where nothing says its plural. */
export function crdName({ kind, group, plural }: Pick<CustomResource, "kind" | "group" | "plural">): string {
  return `${plural ?? kind}${group === "" ? "" : `.${group}`}`;
}
