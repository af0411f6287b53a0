import type { ValueTexts } from "../values/value-texts.ts";

/** Registries that a values.yaml sets for all its images. */
export interface SharedRegistries {
  /** Comes before an image's own: Bitnami's `global.imageRegistry` and its like. */
  readonly override: string | null;
  /** For images of one word that name none: `global.hub` of Istio, `defaultRegistry` of Linkerd. */
  readonly fallback: string | null;
}

const OVERRIDES = ["global.imageRegistry", "global.image.registry", "global.registry"];
const FALLBACKS = ["imageRegistry", "defaultRegistry", "registry", "hub", "global.hub"];

/** Reads the registries a values.yaml sets for all its images, where they have a default. */
export function readSharedRegistries(textOf: ValueTexts): SharedRegistries {
  const firstOf = (paths: readonly string[]) => paths.map(textOf).find((text) => text) ?? null;
  const fallback = firstOf(FALLBACKS);
  const namespace = textOf("imageNamespace");
  return {
    override: firstOf(OVERRIDES),
    fallback: fallback !== null && namespace ? `${fallback}/${namespace}` : fallback,
  };
}
