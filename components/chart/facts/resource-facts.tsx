import { formatCount, formatQuantity } from "#components/ui/format.ts";
import { type ChartId, chartPath } from "#lib/catalog/chart-path.ts";
import { ImageReference } from "../image-reference.tsx";
import { Fact } from "./fact.tsx";
import type { MarginFacts } from "./facts.tsx";

const SHOWN_IMAGES = 4;

/** What runs and what is added to the cluster, and where there is more of it. */
export function ResourceFacts({
  id,
  address,
  facts: { images, crds },
}: {
  id: ChartId;
  address: string | null;
  facts: Pick<MarginFacts, "images" | "crds">;
}) {
  const references = [...new Set(images.map(({ reference }) => reference))];
  const tab = chartPath(id, address, "resources");
  return (
    <>
      {references.length > 0 && (
        <Fact name="Images">
          {references.slice(0, SHOWN_IMAGES).map((reference) => (
            <dd key={reference} className="font-mono wrap-anywhere">
              <ImageReference reference={reference} />
            </dd>
          ))}
          <dd>
            <a href={tab} className="text-link">
              {references.length > SHOWN_IMAGES
                ? `All ${formatCount(references.length)}, and where they come from`
                : "Where they come from"}
            </a>
          </dd>
        </Fact>
      )}
      {crds.length > 0 && (
        <Fact name="Adds to the cluster">
          <dd>
            <a href={`${tab}#kinds-added`} className="text-link">
              {formatQuantity(crds.length, "CRD")}
            </a>
          </dd>
        </Fact>
      )}
    </>
  );
}
