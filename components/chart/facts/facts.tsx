import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { ChartRelease } from "#lib/catalog/catalog.ts";
import { chartPath } from "#lib/catalog/chart-path.ts";
import type { RelatedChart, SamePlace } from "#lib/catalog/chart-relations.ts";
import type { CustomResource } from "#lib/chart/crds/custom-resources.ts";
import type { HubAnnotations } from "#lib/chart/hub-annotations.ts";
import type { ChartImage } from "#lib/chart/images/chart-images.ts";
import { AnnotationFacts } from "./annotation-facts.tsx";
import { ArchiveFacts } from "./archive-facts.tsx";
import { Fact } from "./fact.tsx";
import { FeedFacts } from "./feed-facts.tsx";
import { HubFacts } from "./hub-facts.tsx";
import { LicenceFact } from "./licence-fact.tsx";
import { MetadataFacts } from "./metadata-facts.tsx";
import { PlaceFacts } from "./place-facts.tsx";
import { ResourceFacts } from "./resource-facts.tsx";

/** What the archive tells, as far as the margin shows it. */
export interface MarginFacts {
  readonly images: readonly ChartImage[];
  readonly crds: readonly CustomResource[];
  readonly license: string | null;
  readonly hub: HubAnnotations;
}

/** What is known of the release beside its texts. */
export function Facts({
  release,
  address,
  facts,
  places,
  related,
  publicUrl,
}: {
  release: ChartRelease;
  /** What the page's address names, for links that stay on it. */
  address: string | null;
  /** Null if the archive is not at hand. */
  facts: MarginFacts | null;
  /** Where else the same archive is. */
  places: readonly SamePlace[];
  related: readonly RelatedChart[];
  publicUrl: string;
}) {
  const { id, metadata, summary } = release;
  return (
    <aside id="about" aria-labelledby="about-title" className="scroll-mt-4 text-sm">
      <h2 id="about-title" className="border-ink border-b pb-1.5 font-semibold">
        About this release
      </h2>
      <dl>
        {summary.appVersion !== null && (
          <Fact name="App version">
            <dd className="break-words font-mono">{summary.appVersion}</dd>
          </Fact>
        )}
        {metadata?.kubeVersion != null && (
          <Fact name="Kubernetes">
            <dd className="break-words font-mono">{metadata.kubeVersion}</dd>
          </Fact>
        )}
        {summary.created !== null && (
          <Fact name="Released">
            <dd>
              <RelativeTime iso={summary.created} />
            </dd>
          </Fact>
        )}
        {facts !== null && <ResourceFacts id={id} address={address} facts={facts} />}
        <LicenceFact release={release} license={facts?.license ?? null} />
        {metadata !== null && (
          <MetadataFacts id={id} address={address} metadata={metadata} hub={facts?.hub ?? null} />
        )}
        {facts !== null && <HubFacts hub={facts.hub} />}
        <ArchiveFacts release={release} />
        <PlaceFacts places={places} />
        <FeedFacts id={id} publicUrl={publicUrl} />
        {metadata !== null && (
          <AnnotationFacts annotations={metadata.annotations} invalid={facts?.hub.invalid ?? []} />
        )}
      </dl>
      <Related charts={related} />
    </aside>
  );
}

function Related({ charts }: { charts: readonly RelatedChart[] }) {
  if (charts.length === 0) return null;
  return (
    <nav aria-labelledby="related">
      <h2 id="related" className="mt-7 border-ink border-b pb-1.5 font-semibold">
        Related charts
      </h2>
      <ul>
        {charts.map(({ id, name, version, description }) => (
          <li key={`${id.source}/${id.repository}`} className="border-rule border-b py-1.5">
            <a href={chartPath(id)} className="break-words text-link">
              <bdi>{name}</bdi>
            </a>{" "}
            <span className="font-mono text-ink-2">{version}</span>
            <p dir="auto" className="line-clamp-2 break-words text-ink-2">
              {description}
            </p>
          </li>
        ))}
      </ul>
    </nav>
  );
}
