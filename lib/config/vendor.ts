/** The products whose repositories Chartroom knows how to list, as `vendor` names them. */
export const VENDORS = [
  "acr",
  "distribution",
  "dockerhub",
  "ecr",
  "gar",
  "ghcr",
  "gitlab",
  "harbor",
  "jfrog",
  "quay",
  "zot",
] as const;

/** A product that serves a registry. */
export type Vendor = (typeof VENDORS)[number];
