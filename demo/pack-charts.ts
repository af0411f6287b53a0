import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { generateKey, type PrivateKey } from "openpgp";
import { maxSatisfying } from "semver";
import { stringify } from "yaml";
import { type ChartRecipe, type RecipeFile, type RecipeRelease, readChartRecipe } from "./chart-recipe.ts";
import { packArchive, pushChart, signProvenance } from "./helm-package.ts";
import { createLayoutWriter, goJson, type LayoutDescriptor, type LayoutWriter } from "./oci-layout.ts";
import { pushChartSignature, pushContainerImage } from "./other-artifacts.ts";

const CHARTS = join(import.meta.dirname, "charts");

/** The registry the sample charts pretend to come from; dependencies on it are put into `charts/`. */
const HOME_REGISTRY = "oci://registry.skerryline.example/";

/** Keys and signatures are as old as this, so that they cover the oldest sample release. */
const KEY_CREATED = new Date("2023-01-09T08:00:00Z");

/**
 * Makes an OCI image layout at `folder` (replacing what is there) that holds every release of every sample chart, the
 * way `helm push` would have left them in a registry, and a few things beside them that are no charts. The keys that
 * sign some of them are made anew each time; their public halves are `signing-key.asc` (PGP) and `cosign.pub`.
 */
export async function packDemoCharts(folder: string): Promise<void> {
  const recipes = await readAllRecipes();
  const layout = await createLayoutWriter(folder);
  try {
    const key = await generateKey({
      type: "ecc",
      curve: "ed25519Legacy",
      userIDs: [{ name: "Skerryline Release Engineering", email: "charts@skerryline.example" }],
      date: KEY_CREATED,
      format: "object",
    });
    await layout.extraFile("signing-key.asc", key.publicKey.armor());
    const newest = new Map<string, LayoutDescriptor>();
    for (const [repository, recipe] of recipes) {
      const pushed = await pushReleases(layout, repository, recipe, recipes, key.privateKey);
      if (pushed) newest.set(repository, pushed);
    }
    await pushContainerImage(layout, "web/booking-api", "2026.11.3");
    await pushChartSignature(layout, "data/postgresql", newest.get("data/postgresql"));
    await layout.finish();
  } finally {
    await layout.discard();
  }
}

async function readAllRecipes(): Promise<Map<string, ChartRecipe>> {
  const entries = await readdir(CHARTS, { recursive: true });
  const repositories = entries
    .filter((path) => path.endsWith("/releases.yaml"))
    .map(dirname)
    .sort();
  return new Map(
    await Promise.all(
      repositories.map(
        async (repository) => [repository, await readChartRecipe(join(CHARTS, repository))] as const,
      ),
    ),
  );
}

/** Pushes oldest first, as it happened; gives the newest. */
async function pushReleases(
  layout: LayoutWriter,
  repository: string,
  recipe: ChartRecipe,
  recipes: ReadonlyMap<string, ChartRecipe>,
  key: PrivateKey,
): Promise<LayoutDescriptor | undefined> {
  let newest: LayoutDescriptor | undefined;
  const name = repository.slice(repository.lastIndexOf("/") + 1);
  for (const release of recipe.releases.toReversed()) {
    const complete = { ...release, files: withDependencies(release, recipes) };
    const archive = await packArchive(name, complete);
    const provenance = recipe.signed ? await signProvenance(name, complete, archive, key) : null;
    newest = await pushChart(layout, complete, archive, provenance);
    if (release.inIndex) newest = await layout.index([await pushContainerImage(layout), newest]);
    layout.tag(repository, release.version.replaceAll("+", "_"), newest);
  }
  for (const tag of recipe.floatingTags) if (newest) layout.tag(repository, tag, newest);
  return newest;
}

interface Dependency {
  readonly name: string;
  readonly version: string;
  readonly repository?: string;
}

/**
 * What `helm dependency update` would have done on the day of the release: the newest version in range that was
 * published by then, in `charts/`, and a Chart.lock.
 */
function withDependencies(
  release: RecipeRelease,
  recipes: ReadonlyMap<string, ChartRecipe>,
): readonly RecipeFile[] {
  const declared = (release.metadata.dependencies ?? []) as readonly Dependency[];
  const vendored = declared.filter(({ repository }) => repository?.startsWith(HOME_REGISTRY));
  if (vendored.length === 0) return release.files;
  const files = new Map(release.files.map((file) => [file.path, file]));
  const locked = vendored.map(({ name, version, repository = "" }) => {
    const recipe = recipes.get(`${repository.slice(HOME_REGISTRY.length)}/${name}`);
    const published = recipe?.releases.filter((one) => one.date <= release.date) ?? [];
    const chosen = maxSatisfying(
      published.map((one) => one.version),
      version,
    );
    const found = published.find((one) => one.version === chosen);
    if (!found)
      throw new Error(
        `${String(release.metadata.name)} ${release.version}: no ${name} ${version} to depend on`,
      );
    for (const file of withDependencies(found, recipes)) {
      const path = `charts/${name}/${file.path}`;
      files.set(path, { path, bytes: file.bytes });
    }
    return { name, version: found.version, repository };
  });
  const digest = createHash("sha256")
    .update(goJson([declared, locked]))
    .digest("hex");
  const lock = { dependencies: locked, digest: `sha256:${digest}`, generated: release.date.toISOString() };
  files.set("Chart.lock", { path: "Chart.lock", bytes: Buffer.from(stringify(lock)) });
  return [...files.values()];
}
