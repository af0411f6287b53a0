/** The qualifiers of the search box, in the order they are shown. */
export const QUALIFIER_NAMES = [
  "image",
  "crd",
  "kind",
  "value",
  "dep",
  "maintainer",
  "name",
  "namespace",
  "source",
  "keyword",
  "category",
  "license",
  "type",
  "is",
  "kube",
  "app",
  "version",
  "updated",
  "created",
  "digest",
] as const;
/** What stands before the colon, without aliases. */
export type QualifierName = (typeof QUALIFIER_NAMES)[number];

/** What is known of one qualifier: parser, filter, completion and docs/search.md read the same table. */
export interface Qualifier {
  readonly aliases: readonly string[];
  /** `version or text` takes any text that is no comparison; a list takes its entries alone. */
  readonly value: "text" | "version" | "version or text" | "date" | readonly string[];
  /** Whether several of this name are alternatives, or must all hold. */
  readonly several: "any" | "all";
  /** Ends the sentence "finds charts …". */
  readonly help: string;
  readonly example: string;
}

/** Every qualifier by its name. */
export const QUALIFIERS: Readonly<Record<QualifierName, Qualifier>> = {
  image: text("all", "that run this image", "image:redis", ["images"]),
  crd: text("all", "that bring this custom resource", "crd:ServiceMonitor", ["crds"]),
  kind: text("all", "with a template of this kind", "kind:StatefulSet", ["kinds"]),
  value: text("all", "with this key in their values", "value:ingress.enabled", ["values"]),
  dep: text("all", "that depend on this chart", "dep:common", ["deps", "dependency", "dependencies"]),
  maintainer: text("any", "maintained by this person or team", 'maintainer:"Jane Doe"', ["maintainers"]),
  name: text("all", "with this name, or this word in it", "name:redis", ["repo", "chart"]),
  namespace: text("any", "in this namespace of a registry", "namespace:team-a/charts", ["ns"]),
  source: text("any", "of this source", "source:acme", ["sources"]),
  keyword: text("any", "with this keyword", "keyword:database", ["keywords", "tag"]),
  category: text("any", "of this category", "category:security", []),
  license: text("any", "under this licence, by its SPDX id", "license:Apache-2.0", ["licence"]),
  type: {
    aliases: [],
    value: ["application", "library"],
    several: "any",
    help: "of this type",
    example: "type:library",
  },
  is: {
    aliases: [],
    value: [
      "signed",
      "deprecated",
      "library",
      "application",
      "prerelease",
      "stable",
      "schema",
      "operator",
      "crds",
    ],
    several: "all",
    help: "that are this, or have it",
    example: "is:signed",
  },
  kube: {
    aliases: ["kubernetes", "k8s"],
    value: "version",
    several: "all",
    help: "that run on this Kubernetes, or do not say",
    example: "kube:1.29",
  },
  app: {
    aliases: ["appversion"],
    value: "version or text",
    several: "all",
    help: "with this version of their application",
    example: "app:>=7",
  },
  version: {
    aliases: [],
    value: "version or text",
    several: "all",
    help: "whose latest version is this",
    example: "version:^1.2",
  },
  updated: {
    aliases: [],
    value: "date",
    several: "all",
    help: "whose latest release is of this time",
    example: "updated:>2026-01",
  },
  created: {
    aliases: [],
    value: "date",
    several: "all",
    help: "whose first release is of this time",
    example: "created:<1y",
  },
  digest: text("all", "with this digest, of a manifest or an archive", "digest:sha256:4bf3a1", []),
};

/** The qualifier with this name or alias, in any letter case, or null. */
export function findQualifier(written: string): QualifierName | null {
  const wanted = written.toLowerCase();
  return QUALIFIER_NAMES.find((name) => name === wanted || QUALIFIERS[name].aliases.includes(wanted)) ?? null;
}

function text(
  several: Qualifier["several"],
  help: string,
  example: string,
  aliases: readonly string[],
): Qualifier {
  return { aliases, value: "text", several, help, example };
}
