import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { generateKey, type PrivateKey } from "openpgp";
import { type ChartRecipe, readChartRecipe } from "./chart-recipe.ts";
import { withDependencies } from "./dependencies.ts";
import { packArchive, pushChart, signProvenance } from "./helm-package.ts";
import { createLayoutWriter, type LayoutDescriptor, type LayoutWriter } from "./oci-layout.ts";
import { pushContainerImage, pushCosignSignature } from "./other-artifacts.ts";

const CHARTS = join(import.meta.dirname, "charts");

/** The PGP key is older than the oldest signature it makes. */
const KEY_CREATED = new Date("2023-01-09T08:00:00Z");

/**
 * Makes an OCI image layout at `folder` (replacing what is there) that holds every release of every sample chart, the
 * way `helm push` would have left them in a registry, and a few things beside them that are no charts. The keys that
 * sign some of them are made anew each time; their public halves are `signing-key.asc` (PGP) and `cosign.pub`.
 */
export async function packDemoCharts(folder: string): Promise<void> {
  const recipes = await readDemoRecipes();
  const layout = await createLayoutWriter(folder);
  try {
    const keys = await makeKeys(layout);
    for (const [repository, recipe] of recipes) await pushReleases(layout, repository, recipe, recipes, keys);
    layout.tag("web/booking-api", "2026.11.3", await pushContainerImage(layout));
    await layout.finish();
  } finally {
    await layout.discard();
  }
}

/** The sample charts by repository. */
export async function readDemoRecipes(): Promise<ReadonlyMap<string, ChartRecipe>> {
  const files = await readdir(CHARTS, { recursive: true });
  const folders = files.filter((path) => basename(path) === "releases.yaml").map(dirname);
  const read = folders.sort().map(async (path) => [path, await readChartRecipe(join(CHARTS, path))] as const);
  return new Map(await Promise.all(read));
}

interface SigningKeys {
  readonly pgp: PrivateKey;
  readonly cosign: KeyObject;
}

async function makeKeys(layout: LayoutWriter): Promise<SigningKeys> {
  const pgp = await generateKey({
    type: "ecc",
    curve: "ed25519Legacy",
    userIDs: [{ name: "Skerryline Release Engineering", email: "charts@skerryline.example" }],
    date: KEY_CREATED,
    format: "object",
  });
  const cosign = generateKeyPairSync("ec", { namedCurve: "P-256" });
  await layout.extraFile("signing-key.asc", pgp.publicKey.armor());
  await layout.extraFile("cosign.pub", cosign.publicKey.export({ type: "spki", format: "pem" }).toString());
  return { pgp: pgp.privateKey, cosign: cosign.privateKey };
}

/** Oldest first, as it happened. */
async function pushReleases(
  layout: LayoutWriter,
  repository: string,
  recipe: ChartRecipe,
  recipes: ReadonlyMap<string, ChartRecipe>,
  keys: SigningKeys,
): Promise<void> {
  const name = basename(repository);
  let newest: LayoutDescriptor | null = null;
  for (const recipeRelease of recipe.releases.toReversed()) {
    const release = withDependencies(recipeRelease, recipes);
    const archive = await packArchive(name, release);
    const provenance = recipe.signed ? await signProvenance(name, release, archive, keys.pgp) : null;
    newest = await pushChart(layout, release, archive, provenance);
    if (release.inIndex) newest = await layout.index([await pushContainerImage(layout), newest]);
    layout.tag(repository, release.version.replaceAll("+", "_"), newest);
  }
  if (newest === null) return;
  for (const tag of recipe.floatingTags) layout.tag(repository, tag, newest);
  if (recipe.cosigned) await pushCosignSignature(layout, repository, newest, keys.cosign);
}
