import { BUSINESS } from "./software/business.ts";
import { CLUSTERS } from "./software/clusters.ts";
import { DATA_AND_AI } from "./software/data-and-ai.ts";
import { DATABASES } from "./software/databases.ts";
import { DELIVERY } from "./software/delivery.ts";
import { HOME } from "./software/home.ts";
import { NETWORKING } from "./software/networking.ts";
import { OBSERVABILITY } from "./software/observability.ts";
import { SECURITY } from "./software/security.ts";
import { STORAGE } from "./software/storage.ts";

/**
 * Software that is commonly shipped as charts, a line each: names of charts of it, what else people call it (`-`: nothing),
 * what it is or is for. Chart names stand with space between them, the rest with commas. Several products may share a line
 * if all of it is true of each. Whoever changes a line raises READER_VERSION, so that documents are made anew.
 */
export const SOFTWARE: readonly string[] = [
  DATABASES,
  OBSERVABILITY,
  NETWORKING,
  SECURITY,
  DELIVERY,
  STORAGE,
  CLUSTERS,
  DATA_AND_AI,
  BUSINESS,
  HOME,
].flatMap((area) => area.trim().split("\n"));

/** What the field knows of a piece of software. */
interface KnownSoftware {
  /** What else people call it: `kps`. */
  readonly spellings: readonly string[];
  /** What it is or is for: `identity provider`. */
  readonly purposes: readonly string[];
}

/** What stands behind the name of the software in names of charts that run just it, in one shape or another. */
const SHAPE =
  /-(?:ha|cluster|server|standalone|distributed|single|app|ce|ee|oss|enterprise|community|k8s|v?\d+)$/;

/** Lines by the names and spellings in them, joined; a name before a spelling. */
const LINES: ReadonlyMap<string, string> = linesByName();

/**
 * What is known of the software a chart is named after, by the first of its names that tells: `argocd`, `argo-cd`. A chart
 * of a shape of it (`keycloak-ha`) is for the same, but goes by its own name. `redis-operator` is not `redis`.
 */
export function findKnownSoftware(names: readonly string[]): KnownSoftware | null {
  const own = lineOf(names);
  if (own !== null) return readLine(own);
  const shaped = lineOf(names.map((name) => name.replace(SHAPE, "")));
  return shaped === null ? null : { spellings: [], purposes: readLine(shaped).purposes };
}

function lineOf(names: readonly string[]): string | null {
  for (const name of names) {
    const line = LINES.get(joinedName(name));
    if (line !== undefined) return line;
  }
  return null;
}

function linesByName(): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const [column, separator] of [" ", ", "].entries()) {
    for (const line of SOFTWARE) {
      for (const written of (line.split(" | ")[column] ?? "").split(separator)) {
        const name = joinedName(written);
        if (name !== "" && !lines.has(name)) lines.set(name, line);
      }
    }
  }
  return lines;
}

function readLine(line: string): KnownSoftware {
  const [, spellings = "", purposes = ""] = line.split(" | ");
  return { spellings: spellings === "-" ? [] : spellings.split(", "), purposes: purposes.split(", ") };
}

function joinedName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_. ]/g, "");
}
