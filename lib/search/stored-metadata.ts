import type { ChartMetadata } from "../chart/metadata.ts";

/**
 * A Chart.yaml as documents hold it. Attack: the engine numbers every name of a field it ever met, and takes no more than
 * 65,535 in an index; 500 annotations of their own in each of 130 versions, and it took no release any more. So
 * annotations are no fields: they are pairs of key and value.
 */
export type StoredMetadata = Omit<ChartMetadata, "annotations"> & {
  readonly annotations: readonly (readonly [key: string, value: string])[];
};

/** As it is stored. */
export function storedMetadata(metadata: ChartMetadata): StoredMetadata {
  return { ...metadata, annotations: Object.entries(metadata.annotations) };
}

/** As it was before it was stored. A document of an older reader, until it is read again, has annotations as fields. */
export function metadataOf(stored: StoredMetadata | ChartMetadata): ChartMetadata {
  const { annotations } = stored;
  return { ...stored, annotations: isPairs(annotations) ? Object.fromEntries(annotations) : annotations };
}

function isPairs(
  annotations: (StoredMetadata | ChartMetadata)["annotations"],
): annotations is StoredMetadata["annotations"] {
  return Array.isArray(annotations);
}
