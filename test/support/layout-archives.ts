import { copyFile, mkdir, readFile, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readLayout, type StoredRepository } from "#demo/layout-content.ts";
import type { PushOrder } from "./helm-push.ts";

const CHART_CONFIG = "application/vnd.cncf.helm.config.v1+json";
const CHART_LAYER = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
const PROVENANCE_LAYER = "application/vnd.cncf.helm.chart.provenance.v1.prov";
const CREATED = "org.opencontainers.image.created";

interface ManifestBody {
  readonly config?: { readonly mediaType: string };
  readonly layers?: readonly { readonly mediaType: string; readonly digest: string }[];
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Puts the chart archives of an OCI layout into a folder, ready for `helm push`, each as old as it says it is. */
export async function extractArchives(layout: string, folder: string): Promise<readonly PushOrder[]> {
  const orders: PushOrder[] = [];
  for (const [name, repository] of await readLayout(layout)) {
    for (const [digest, manifest] of repository.manifests) {
      const body: ManifestBody = JSON.parse(await readFile(manifest.file, "utf8"));
      if (body.config?.mediaType !== CHART_CONFIG) continue;
      const file = join(folder, name, `${digest.slice("sha256:".length)}.tgz`);
      await mkdir(dirname(file), { recursive: true });
      await copyLayer(repository, body, CHART_LAYER, file);
      await copyLayer(repository, body, PROVENANCE_LAYER, `${file}.prov`);
      // Helm says in an annotation that a chart was created when its archive was last changed.
      const created = new Date(body.annotations?.[CREATED] ?? 0);
      await utimes(file, created, created);
      orders.push({ file, namespace: dirname(name) });
    }
  }
  return orders;
}

async function copyLayer(
  repository: StoredRepository,
  manifest: ManifestBody,
  mediaType: string,
  target: string,
): Promise<void> {
  const layer = manifest.layers?.find((one) => one.mediaType === mediaType);
  const blob = layer && repository.blobs.get(layer.digest);
  if (blob !== undefined) await copyFile(blob.file, target);
}
