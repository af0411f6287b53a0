import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Document, parseDocument } from "yaml";
import { z } from "zod";

/** A file of a chart; the path is below the chart's own folder. */
export interface RecipeFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** One release of a sample chart, before its dependencies are put into `charts/`. */
export interface RecipeRelease {
  readonly version: string;
  /** When it was published; ISO 8601. */
  readonly date: Date;
  /** Chart.yaml, read. */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly files: readonly RecipeFile[];
  /** The path of an entry that does not belong into an archive, to show a chart that is refused. */
  readonly hostileEntry: string | null;
  /** Whether the tag points at an image index that holds the chart beside a container image. */
  readonly inIndex: boolean;
}

/** A sample chart: a folder of chart sources with a `releases.yaml` beside Chart.yaml. */
export interface ChartRecipe {
  /** Whether every release has a PGP provenance file. */
  readonly signed: boolean;
  /** Whether cosign has signed the newest release. */
  readonly cosigned: boolean;
  /** Tags that follow the newest release. */
  readonly floatingTags: readonly string[];
  /** Newest first. */
  readonly releases: readonly RecipeRelease[];
}

const RECIPE_FILE = "releases.yaml";

/**
 * The newest release is what the folder holds. Each further one takes back what the release above it brought:
 * `values` and `chart` put older defaults and fields back, `without` removes what did not exist yet.
 */
const recipeSchema = z.strictObject({
  signed: z.boolean().default(false),
  cosigned: z.boolean().default(false),
  floatingTags: z.array(z.string()).default([]),
  /** Files that are published with CRLF line ends, whatever a checkout made of them. */
  crlf: z.array(z.string()).default([]),
  /** Appended to values.yaml: `block` once a name, with `<name>` replaced. */
  repeat: z.strictObject({ names: z.array(z.string()), block: z.string() }).optional(),
  releases: z
    .array(
      z.strictObject({
        version: z.string(),
        appVersion: z.string().optional(),
        date: z.iso.datetime(),
        chart: z.record(z.string(), z.unknown()).default({}),
        values: z.record(z.string(), z.unknown()).default({}),
        without: z
          .strictObject({
            chart: z.array(z.string()).default([]),
            values: z.array(z.string()).default([]),
            files: z.array(z.string()).default([]),
          })
          .default({ chart: [], values: [], files: [] }),
        hostileEntry: z.string().optional(),
        inIndex: z.boolean().default(false),
      }),
    )
    .min(1),
});

/** Reads a chart's folder and makes all its releases. Throws if the recipe is wrong, naming the folder. */
export async function readChartRecipe(folder: string): Promise<ChartRecipe> {
  const recipeText = await readFile(join(folder, RECIPE_FILE), "utf8");
  const parsed = recipeSchema.safeParse(parseDocument(recipeText).toJS());
  if (!parsed.success) throw new Error(`${folder}/${RECIPE_FILE}: ${z.prettifyError(parsed.error)}`);
  const recipe = parsed.data;
  const files = await readFolder(folder);
  const chart = editableYaml(files, "Chart.yaml");
  const values = editableYaml(files, "values.yaml");
  const newest = recipe.releases[0]?.version ?? "";
  if (chart.document.get("version") !== newest) {
    throw new Error(`${folder}: Chart.yaml and ${RECIPE_FILE} disagree about the newest version`);
  }

  const repeated = recipe.repeat ? expand(recipe.repeat.names, recipe.repeat.block) : "";
  const releases = recipe.releases.map((release): RecipeRelease => {
    chart.apply({ version: release.version, ...release.chart }, release.without.chart);
    if (release.appVersion !== undefined) chart.apply({ appVersion: release.appVersion }, []);
    values.apply(release.values, release.without.values);
    for (const path of release.without.files) {
      if (!files.delete(path))
        throw new Error(`${folder}: ${release.version} removes ${path}, which is not there`);
    }
    const texts = new Map(files);
    texts.set("Chart.yaml", Buffer.from(chart.text()));
    if (files.has("values.yaml")) texts.set("values.yaml", Buffer.from(values.text() + repeated));
    const readme = files.get("README.md");
    if (readme) texts.set("README.md", Buffer.from(readme.toString().replaceAll(newest, release.version)));
    for (const path of recipe.crlf) {
      const text = texts.get(path);
      if (text) texts.set(path, Buffer.from(text.toString().replaceAll(/\r?\n/g, "\r\n")));
    }
    return {
      version: release.version,
      date: new Date(release.date),
      metadata: chart.document.toJS(),
      files: [...texts].map(([path, bytes]) => ({ path, bytes })),
      hostileEntry: release.hostileEntry ?? null,
      inIndex: release.inIndex,
    };
  });
  return { signed: recipe.signed, cosigned: recipe.cosigned, floatingTags: recipe.floatingTags, releases };
}

async function readFolder(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => path !== RECIPE_FILE)
    .sort();
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path))] as const)),
  );
}

/** A YAML file that can be edited without losing its comments, and keeps its very bytes until it is. */
function editableYaml(files: ReadonlyMap<string, Buffer>, path: string) {
  const original = files.get(path)?.toString() ?? "";
  const document: Document = parseDocument(original);
  let edited = false;
  return {
    document,
    apply(changes: Readonly<Record<string, unknown>>, removals: readonly string[]) {
      for (const [key, value] of Object.entries(changes)) {
        if (document.getIn(key.split(".")) === value) continue;
        // A scalar is changed in place, which keeps its quotes and the comment behind it.
        document.setIn(key.split("."), isScalarValue(value) ? value : document.createNode(value));
        edited = true;
      }
      for (const key of removals) {
        if (!document.deleteIn(key.split("."))) throw new Error(`${path} has no ${key} to remove`);
        edited = true;
      }
    },
    text: () => (edited ? document.toString({ lineWidth: 0 }) : original),
  };
}

function isScalarValue(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

function expand(names: readonly string[], block: string): string {
  return names.map((name) => block.replaceAll("<name>", name)).join("");
}
