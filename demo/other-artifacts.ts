import { type KeyObject, sign } from "node:crypto";
import { IMAGE_MANIFEST, type LayoutDescriptor, type LayoutWriter } from "./oci-layout.ts";

const IMAGE_CONFIG = "application/vnd.oci.image.config.v1+json";

/** Writes a container image, too small to run: registries hold far more of these than of charts. */
export async function pushContainerImage(layout: LayoutWriter): Promise<LayoutDescriptor> {
  const config = { architecture: "amd64", os: "linux", rootfs: { type: "layers", diff_ids: [] }, config: {} };
  return layout.manifest({
    mediaType: IMAGE_MANIFEST,
    config: await layout.blob(IMAGE_CONFIG, JSON.stringify(config)),
    layers: [await layout.blob("application/vnd.oci.image.layer.v1.tar", Buffer.alloc(1024))],
  });
}

/** Signs a manifest the way cosign did before bundles: a tag `sha256-<hex>.sig` in the same repository. */
export async function pushCosignSignature(
  layout: LayoutWriter,
  repository: string,
  signed: LayoutDescriptor,
  key: KeyObject,
): Promise<void> {
  const payload = JSON.stringify({
    critical: {
      identity: { "docker-reference": `registry.skerryline.example/${repository}` },
      image: { "docker-manifest-digest": signed.digest },
      type: "cosign container image signature",
    },
    optional: null,
  });
  const layer = await layout.blob("application/vnd.dev.cosign.simplesigning.v1+json", payload);
  const signature = sign("sha256", Buffer.from(payload), key).toString("base64");
  const manifest = await layout.manifest({
    mediaType: IMAGE_MANIFEST,
    config: await layout.blob(IMAGE_CONFIG, "{}"),
    layers: [{ ...layer, annotations: { "dev.cosignproject.cosign/signature": signature } }],
  });
  layout.tag(repository, `${signed.digest.replace(":", "-")}.sig`, manifest);
}
