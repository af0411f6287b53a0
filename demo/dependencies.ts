import { createHash } from "node:crypto";
import { maxSatisfying } from "semver";
import { stringify } from "yaml";
import type { ChartRecipe, RecipeRelease } from "./chart-recipe.ts";
import { goJson } from "./go-json.ts";

/** The registry the sample charts pretend to come from; dependencies on it are put into `charts/`. */
const HOME_REGISTRY = "oci://registry.skerryline.example/";

interface Dependency {
  readonly name: string;
  readonly version: string;
  readonly repository?: string;
}

/**
 * What `helm dependency update` would have done on the day of the release: the newest version in range that was
 * published by then, in `charts/`, and a Chart.lock. Throws if there was none.
 */
export function withDependencies(
  release: RecipeRelease,
  recipes: ReadonlyMap<string, ChartRecipe>,
): RecipeRelease {
  const declared = (release.metadata.dependencies ?? []) as readonly Dependency[];
  const wanted = declared.filter(({ repository }) => repository?.startsWith(HOME_REGISTRY));
  if (wanted.length === 0) return release;
  const chosen = wanted.map((dependency) => ({
    name: dependency.name,
    repository: dependency.repository,
    release: withDependencies(newestPublished(dependency, release, recipes), recipes),
  }));
  const vendored = chosen.flatMap((one) =>
    one.release.files.map(({ path, bytes }) => ({ path: `charts/${one.name}/${path}`, bytes })),
  );
  const locked = chosen.map(({ name, release: { version }, repository }) => ({ name, version, repository }));
  const lock = {
    dependencies: locked,
    digest: `sha256:${createHash("sha256")
      .update(goJson([declared, locked]))
      .digest("hex")}`,
    generated: release.date.toISOString(),
  };
  const lockFile = { path: "Chart.lock", bytes: Buffer.from(stringify(lock)) };
  return { ...release, files: [...release.files, lockFile, ...vendored] };
}

function newestPublished(
  { name, version, repository = "" }: Dependency,
  dependent: RecipeRelease,
  recipes: ReadonlyMap<string, ChartRecipe>,
): RecipeRelease {
  const releases = recipes.get(`${repository.slice(HOME_REGISTRY.length)}/${name}`)?.releases ?? [];
  const published = releases.filter(({ date }) => date <= dependent.date);
  const versions = published.map((release) => release.version);
  const chosen = published.find((release) => release.version === maxSatisfying(versions, version));
  if (chosen) return chosen;
  throw new Error(
    `${dependent.metadata.name} ${dependent.version} needs ${name} ${version}, which was not published by then`,
  );
}
