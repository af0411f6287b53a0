import type { HubAnnotations } from "#lib/chart/hub-annotations.ts";
import type { ChartMetadata, Maintainer } from "#lib/chart/metadata.ts";
import { type HttpAddress, parseHttpAddress } from "../http-address.ts";

/** A link of the chart, called what its authors call it. */
export type NamedLink = HttpAddress & {
  /** Help for who uses the chart. */
  readonly support: boolean;
};

/** As Artifact Hub does: the annotation renames who has the same address, and adds the others. */
export function peopleOf(
  maintainers: readonly Maintainer[],
  annotated: HubAnnotations["maintainers"],
): readonly Maintainer[] {
  const names = new Map(annotated.map(({ name, email }) => [email.toLowerCase(), name]));
  const known = new Set(maintainers.map(({ email }) => email?.toLowerCase()));
  return [
    ...maintainers.map((one) => ({ ...one, name: names.get(one.email?.toLowerCase() ?? "") ?? one.name })),
    ...annotated
      .filter(({ email }) => !known.has(email.toLowerCase()))
      .map(({ name, email }) => ({ name, email, url: null })),
  ];
}

/** Home, sources, and the annotation's links, which give a name to a source of the same address; each address once. */
export function linksOf(
  { home, sources }: Pick<ChartMetadata, "home" | "sources">,
  annotated: HubAnnotations["links"],
): readonly NamedLink[] {
  const links = new Map<string, NamedLink>();
  for (const text of [home ?? "", ...sources]) {
    const link = parseHttpAddress(text);
    if (link !== null) links.set(link.href, { ...link, support: false });
  }
  for (const { name, url } of annotated) {
    const link = parseHttpAddress(url);
    if (link === null) continue;
    links.set(link.href, { href: link.href, label: name, support: name.toLowerCase() === "support" });
  }
  return [...links.values()];
}
