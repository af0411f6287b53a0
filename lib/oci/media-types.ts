/** An OCI image manifest: what Helm pushes (OCI image spec, "media types"). */
export const OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
/** An OCI image index: several manifests under one tag. */
export const OCI_INDEX = "application/vnd.oci.image.index.v1+json";
/** Docker's image manifest, version 2 schema 2. */
export const DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
/** Docker's manifest list. */
export const DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";

/** The config of a chart, and what makes a manifest one (helm `pkg/registry/constants.go`). */
export const HELM_CONFIG = "application/vnd.cncf.helm.config.v1+json";
/** The chart's archive. */
export const HELM_CHART = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
/** The archive's media type before Helm 3.7; `helm pull` still takes it. */
export const HELM_LEGACY_CHART = "application/tar+gzip";
/** The chart's PGP provenance file. */
export const HELM_PROVENANCE = "application/vnd.cncf.helm.chart.provenance.v1.prov";
