import { Badge } from "#components/ui/badge.tsx";
import { type ChartId, templatePath, valueKeyPath } from "#lib/catalog/chart-path.ts";
import type { HubImage } from "#lib/chart/hub-annotations.ts";
import type { ChartImage } from "#lib/chart/images/chart-images.ts";
import { CopyButton } from "../copy-button.client.tsx";
import { ImageReference } from "../image-reference.tsx";

/** Places of one image that are listed. */
const MAX_PLACES = 20;

/** The images, one after the other, with each place that names it. */
export function ImageList({
  id,
  address,
  images,
  annotated,
}: {
  id: ChartId;
  address: string | null;
  images: readonly ChartImage[];
  annotated: readonly HubImage[];
}) {
  const byReference = Map.groupBy(images, ({ reference }) => reference);
  const said = new Map(annotated.map((image) => [image.image, image]));
  return (
    <section aria-labelledby="images" className="scroll-mt-4">
      <h2
        id="images"
        className="flex flex-wrap items-baseline gap-x-4 border-ink border-b pb-1.5 font-semibold text-lg"
      >
        Images
        {byReference.size > 0 && (
          <CopyButton
            text={[...byReference.keys()].join("\n")}
            label="Copy the list of images"
            className="font-normal text-link text-sm"
          >
            Copy the list
          </CopyButton>
        )}
      </h2>
      {byReference.size === 0 && (
        <p className="py-3 text-ink-2">
          None is named where it can be read: values, templates and annotations.
        </p>
      )}
      <ul>
        {[...byReference].map(([reference, places]) => (
          <li key={reference} className="border-rule border-b py-2">
            <div className="flex flex-wrap items-baseline gap-x-2.5">
              <code className="wrap-anywhere">
                <ImageReference reference={reference} />
              </code>
              <CopyButton text={reference} label={`Copy ${reference}`} className="text-link text-sm">
                Copy
              </CopyButton>
              <Said image={said.get(reference)} />
            </div>
            <ul className="flex flex-wrap gap-x-4 text-sm">
              {places.slice(0, MAX_PLACES).map((place) => (
                <li key={`${place.origin} ${place.place} ${place.line}`}>
                  <Place id={id} address={address} image={place} />
                </li>
              ))}
              {places.length > MAX_PLACES && (
                <li className="text-ink-2">and {places.length - MAX_PLACES} more places</li>
              )}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the annotation knows beside the name. */
function Said({ image }: { image: HubImage | undefined }) {
  if (image === undefined) return null;
  return (
    <>
      {image.name !== null && <span className="text-ink-2 text-sm">{image.name}</span>}
      {image.platforms.length > 0 && (
        <span className="text-ink-2 text-sm">for {image.platforms.join(", ")}</span>
      )}
      {image.whitelisted && <Badge>not scanned, by its author’s wish</Badge>}
    </>
  );
}

function Place({ id, address, image }: { id: ChartId; address: string | null; image: ChartImage }) {
  const { origin, place, file, line } = image;
  switch (origin) {
    case "values":
      return (
        <a href={valueKeyPath(id, address, place)} className="break-all text-link">
          value <code>{place}</code>
        </a>
      );
    case "templates":
      return (
        <a href={templatePath(id, address, file ?? place, line)} className="break-all text-link">
          {place}:{line}
        </a>
      );
    case "annotation":
      return <span className="break-all text-ink-2">annotation {place}</span>;
  }
}
