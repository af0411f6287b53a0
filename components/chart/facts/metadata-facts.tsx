import { type ChartId, chartPath } from "#lib/catalog/chart-path.ts";
import { parseChartQuery, searchPath, toggleFacet } from "#lib/catalog/chart-query.ts";
import type { HubAnnotations } from "#lib/chart/hub-annotations.ts";
import type { ChartMetadata, Maintainer } from "#lib/chart/metadata.ts";
import { ExternalLink } from "../external-link.tsx";
import { parseHttpAddress } from "../http-address.ts";
import { Fact } from "./fact.tsx";
import { linksOf, peopleOf } from "./people-and-links.ts";

const EVERYTHING = parseChartQuery(new URLSearchParams());
const SHOWN_DEPENDENCIES = 6;

/** What the authors say of the chart in its Chart.yaml. */
export function MetadataFacts({
  id,
  address,
  metadata,
  hub,
}: {
  id: ChartId;
  address: string | null;
  metadata: ChartMetadata;
  /** What its annotations say; null if they are not read. */
  hub: HubAnnotations | null;
}) {
  const { keywords } = metadata;
  const maintainers = peopleOf(metadata.maintainers, hub?.maintainers ?? []);
  const links = linksOf(metadata, hub?.links ?? []);
  return (
    <>
      <Fact name="Type">
        <dd>{metadata.type}</dd>
      </Fact>
      <Dependencies id={id} address={address} metadata={metadata} />
      {maintainers.length > 0 && (
        <Fact name="Maintainers">
          {maintainers.map((one) => (
            <dd key={`${one.name} ${one.email}`} className="break-words">
              <Person maintainer={one} />
            </dd>
          ))}
        </Fact>
      )}
      {links.length > 0 && (
        <Fact name="Links">
          {links.map((link) => (
            <dd key={link.href} className="break-words">
              <ExternalLink href={link.href}>{link.support ? "Support" : link.label}</ExternalLink>
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
                className="break-all text-link"
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

function Dependencies({
  id,
  address,
  metadata: { dependencies },
}: {
  id: ChartId;
  address: string | null;
  metadata: ChartMetadata;
}) {
  if (dependencies.length === 0) return null;
  return (
    <Fact name="Dependencies">
      {dependencies.slice(0, SHOWN_DEPENDENCIES).map((one) => (
        <dd key={`${one.name} ${one.alias} ${one.version}`} className="break-all font-mono">
          {one.name} <span className="text-ink-2">{one.version}</span>
          {one.alias !== null && <span className="font-sans text-ink-2"> as {one.alias}</span>}
        </dd>
      ))}
      <dd>
        <a href={chartPath(id, address, "dependencies")} className="text-link">
          {dependencies.length > SHOWN_DEPENDENCIES ? `All ${dependencies.length}` : "Where they are"}
        </a>
      </dd>
    </Fact>
  );
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
