/** What an expression of a template stands for, as far as the text alone tells. */
export type Place =
  /** A key of the values, by its names from the top; none are all values. */
  | { readonly kind: "values"; readonly names: readonly string[] }
  /** `.Subcharts`, or one of them, by names from the chart the template belongs to. */
  | { readonly kind: "subcharts" | "subchart"; readonly names: readonly string[] }
  /** A file of this chart's templates, by its path below `templates/`: what `print $.Template.BasePath "/x.yaml"` names. */
  | { readonly kind: "template"; readonly file: string }
  /** `.Files`, and what reads one of them: `.Files.Get`. */
  | { readonly kind: "files" | "file-reader" }
  /** The top, a parameter, or what is computed: a field `Values` of it are the chart's values, nothing else is claimed. */
  | { readonly kind: "elsewhere" };

/** Names in a path, and characters of one. Attack: `.Values.a.a.a…` for a megabyte is a path for each of its fields. */
const MAX_NAMES = 30;
const MAX_NAME = 200;

const FILE_READERS: ReadonlySet<string> = new Set(["Get", "GetBytes", "Lines"]);

/** What is not known. */
export const ELSEWHERE: Place = { kind: "elsewhere" };

/** What a field of it stands for. */
export function fieldOf(place: Place, name: string): Place {
  switch (place.kind) {
    case "values":
      if (place.names.length >= MAX_NAMES || name.length > MAX_NAME) return ELSEWHERE;
      return { kind: "values", names: [...place.names, name] };
    case "subcharts":
      return { kind: "subchart", names: [...place.names, name].slice(0, MAX_NAMES) };
    case "files":
      return FILE_READERS.has(name) ? { kind: "file-reader" } : ELSEWHERE;
    default: {
      const names = place.kind === "subchart" ? place.names : [];
      if (name === "Values") return { kind: "values", names };
      if (name === "Files") return { kind: "files" };
      return name === "Subcharts" ? { kind: "subcharts", names } : ELSEWHERE;
    }
  }
}
