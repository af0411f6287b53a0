import { parseChartQuery, searchPath, toggleFacet } from "#lib/catalog/chart-query.ts";
import type { ChartMetadata, Maintainer } from "#lib/chart/metadata.ts";
import { ExternalLink } from "../external-link.tsx";
import { type HttpAddress, parseHttpAddress } from "../http-address.ts";
import { Fact } from "./fact.tsx";

const EVERYTHING = parseChartQuery(new URLSearchParams());

/** What the authors say of the chart in its Chart.yaml. */
export function MetadataFacts({ metadata }: { metadata: ChartMetadata }) {
  const { annotations, dependencies, keywords, maintainers } = metadata;
  const licence = annotations["artifacthub.io/license"] ?? annotations.licenses;
  const links = linksOf(metadata);
  return (
    <>
      <Fact name="Type">
        <dd>{metadata.type}</dd>
      </Fact>
      {licence !== undefined && (
        <Fact name="Licence">
          <dd>{licence}</dd>
        </Fact>
      )}
      {dependencies.length > 0 && (
        <Fact name="Dependencies">
          {dependencies.map((one) => (
            <dd key={`${one.name} ${one.alias} ${one.version}`} className="font-mono">
              {one.name} <span className="text-ink-2">{one.version}</span>
              {one.alias !== null && <span className="font-sans text-ink-2"> as {one.alias}</span>}
              {one.condition !== null && <span className="block text-ink-3">if {one.condition}</span>}
            </dd>
          ))}
        </Fact>
      )}
      {maintainers.length > 0 && (
        <Fact name="Maintainers">
          {maintainers.map((one) => (
            <dd key={`${one.name} ${one.email}`}>
              <Person maintainer={one} />
            </dd>
          ))}
        </Fact>
      )}
      {links.length > 0 && (
        <Fact name="Links">
          {links.map((link) => (
            <dd key={link.href}>
              <ExternalLink href={link.href}>{link.label}</ExternalLink>
            </dd>
          ))}
        </Fact>
      )}
      {keywords.length > 0 && (
        <Fact name="Keywords">
          <dd className="flex flex-wrap gap-x-2.5">
            {keywords.map((keyword) => (
              <a
                key={keyword}
                href={searchPath(toggleFacet(EVERYTHING, "keyword", keyword))}
                className="text-link"
              >
                {keyword}
              </a>
            ))}
          </dd>
        </Fact>
      )}
    </>
  );
}

function linksOf({ home, sources }: ChartMetadata): readonly HttpAddress[] {
  const links = [home ?? "", ...sources].map(parseHttpAddress).filter((link) => link !== null);
  return [...new Map(links.map((link) => [link.href, link])).values()];
}

function Person({ maintainer: { name, url, email } }: { maintainer: Maintainer }) {
  const link = url === null ? null : parseHttpAddress(url);
  if (link !== null) return <ExternalLink href={link.href}>{name}</ExternalLink>;
  if (email === null) return <bdi>{name}</bdi>;
  return (
    <a href={`mailto:${encodeURIComponent(email).replace("%40", "@")}`} className="text-link">
      {name}
    </a>
  );
}
