import { parse } from "yaml";

/** A release as `/api/v1/charts` answers, as far as it is compared. */
export interface ReleaseAnswer {
  readonly version: string;
  readonly digest: string;
  readonly error: string | null;
  readonly metadata: Readonly<Record<string, unknown>> | null;
  readonly content: {
    readonly kind: "available" | "unavailable";
    readonly readme?: string | null;
    readonly values?: string | null;
  };
}

/** What the product says that Helm does not, field by field. */
export interface Difference {
  readonly field: string;
  readonly helm: unknown;
  readonly ours: unknown;
}

/** Compares metadata with what `helm show chart` printed. */
export function compareMetadata(
  shown: string,
  ours: Readonly<Record<string, unknown>>,
): readonly Difference[] {
  const helm = reshape(parse(shown));
  return Object.keys({ ...helm, ...ours })
    .filter((field) => JSON.stringify(helm[field]) !== JSON.stringify(ours[field]))
    .map((field) => ({ field, helm: helm[field], ours: ours[field] }));
}

/** Compares a file with what `helm show readme` or `helm show values` printed: its bytes and a line end. */
export function sameBytes(shown: Buffer, ours: Buffer | null): boolean {
  if (ours === null) return shown.length === 0;
  const mark = Buffer.from("\uFEFF");
  // Helm's loader drops a byte order mark; the address of a file gives it as it is.
  const body = ours.subarray(0, mark.length).equals(mark) ? ours.subarray(mark.length) : ours;
  return shown.equals(Buffer.concat([body, Buffer.from("\n")]));
}

/** `helm show chart` leaves out what is empty; here every field is there and has one type, and a description is one line. */
function reshape(chart: Record<string, unknown>): Record<string, unknown> {
  const list = (field: string) => (chart[field] ?? []) as Record<string, unknown>[];
  return {
    apiVersion: chart.apiVersion,
    name: chart.name,
    version: chart.version,
    appVersion: chart.appVersion ?? null,
    kubeVersion: chart.kubeVersion ?? null,
    description: String(chart.description ?? "")
      .replace(/\s+/g, " ")
      .trim(),
    type: chart.type ?? "application",
    deprecated: chart.deprecated ?? false,
    keywords: list("keywords"),
    home: chart.home ?? null,
    sources: list("sources"),
    icon: chart.icon ?? null,
    maintainers: list("maintainers").map(({ name, email, url }) => ({
      name: name ?? "",
      email: email ?? null,
      url: url ?? null,
    })),
    dependencies: list("dependencies").map(({ name, version, repository, alias, condition, tags }) => ({
      name,
      version: version ?? "",
      repository: repository ?? "",
      alias: alias ?? null,
      condition: condition ?? null,
      tags: tags ?? [],
    })),
    annotations: chart.annotations ?? {},
  };
}
