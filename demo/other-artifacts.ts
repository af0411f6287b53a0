import { generateKeyPairSync, sign } from "node:crypto";
import { IMAGE_MANIFEST, type LayoutDescriptor, type LayoutWriter } from "./oci-layout.ts";

/** Pushes a container image, too small to run: registries hold far more of these than of charts. */
export async function pushContainerImage(
  layout: LayoutWriter,
  repository?: string,
  tag?: string,
): Promise<LayoutDescriptor> {
  const config = { architecture: "amd64", os: "linux", rootfs: { type: "layers", diff_ids: [] }, config: {} };
  const image = await layout.manifest({
    mediaType: IMAGE_MANIFEST,
    config: await layout.blob("application/vnd.oci.image.config.v1+json", JSON.stringify(config)),
    layers: [await layout.blob("application/vnd.oci.image.layer.v1.tar", Buffer.alloc(1024))],
  });
  if (repository !== undefined && tag !== undefined) layout.tag(repository, tag, image);
  return image;
}

/** Signs a manifest the way cosign did before bundles: a tag `sha256-<hex>.sig` in the same repository. */
export async function pushChartSignature(
  layout: LayoutWriter,
  repository: string,
  signed: LayoutDescriptor | undefined,
): Promise<void> {
  if (signed === undefined) throw new Error(`no chart in ${repository} to sign`);
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const payload = JSON.stringify({
    critical: {
      identity: { "docker-reference": `registry.skerryline.example/${repository}` },
      image: { "docker-manifest-digest": signed.digest },
      type: "cosign container image signature",
    },
    optional: null,
  });
  const layer = await layout.blob("application/vnd.dev.cosign.simplesigning.v1+json", payload);
  const signature = sign("sha256", Buffer.from(payload), privateKey).toString("base64");
  const manifest = await layout.manifest({
    mediaType: IMAGE_MANIFEST,
    config: await layout.blob("application/vnd.oci.image.config.v1+json", "{}"),
    layers: [{ ...layer, annotations: { "dev.cosignproject.cosign/signature": signature } }],
  });
  layout.tag(repository, `${signed.digest.replace(":", "-")}.sig`, manifest);
  await layout.extraFile("cosign.pub", publicKey.export({ type: "spki", format: "pem" }).toString());
}
