import assert from "node:assert/strict";
import Ajv from "ajv";

const object = (properties: object, required = Object.keys(properties)) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});
const text = { type: "string", minLength: 1 };
const only = (value: unknown) => ({ const: value });
const named = object({ name: text });
/** What the custom resources' own schemas require, and of what we write nothing else. */
const SCHEMAS = {
  ociRepository: object({
    apiVersion: only("source.toolkit.fluxcd.io/v1"),
    kind: only("OCIRepository"),
    metadata: named,
    spec: object(
      {
        interval: { pattern: "^[0-9]+m$" },
        url: { pattern: "^oci://[^@]+$" },
        layerSelector: object({ mediaType: text, operation: only("copy") }),
        ref: {
          ...object({ tag: { pattern: "^[\\w.-]+$" }, digest: text }, []),
          minProperties: 1,
          maxProperties: 1,
        },
        insecure: { type: "boolean" },
        secretRef: named,
        certSecretRef: named,
      },
      ["interval", "url", "layerSelector", "ref"],
    ),
  }),
  helmRepository: object({
    apiVersion: only("source.toolkit.fluxcd.io/v1"),
    kind: only("HelmRepository"),
    metadata: named,
    spec: object({ interval: text, url: { pattern: "^https?://" }, secretRef: named, certSecretRef: named }, [
      "interval",
      "url",
    ]),
  }),
  chartRefRelease: object({
    apiVersion: only("helm.toolkit.fluxcd.io/v2"),
    kind: only("HelmRelease"),
    metadata: named,
    spec: object({
      interval: text,
      releaseName: text,
      chartRef: object({ kind: only("OCIRepository"), name: text }),
    }),
  }),
  chartRelease: object({
    apiVersion: only("helm.toolkit.fluxcd.io/v2"),
    kind: only("HelmRelease"),
    metadata: named,
    spec: object({
      interval: text,
      releaseName: text,
      chart: object({
        spec: object({
          chart: text,
          version: text,
          sourceRef: object({ kind: only("HelmRepository"), name: text }),
        }),
      }),
    }),
  }),
  application: object({
    apiVersion: only("argoproj.io/v1alpha1"),
    kind: only("Application"),
    metadata: object({ name: text, namespace: only("argocd") }),
    spec: object({
      project: text,
      source: object(
        {
          repoURL: text,
          chart: text,
          path: only("."),
          targetRevision: text,
          helm: object({ releaseName: text }),
        },
        ["repoURL", "targetRevision", "helm"],
      ),
      destination: object({ server: text, namespace: text }),
      syncPolicy: { type: "object" },
    }),
  }),
  helmfile: object(
    {
      repositories: {
        type: "array",
        items: object({ name: text, url: text, oci: only(true), plainHttp: only(true), caFile: text }, [
          "name",
          "url",
        ]),
      },
      releases: {
        type: "array",
        items: object({ name: text, chart: text, version: text, plainHttp: only(true) }, ["name", "chart"]),
      },
    },
    ["releases"],
  ),
};

/** Fails unless a manifest has what its kind requires, and nothing we do not mean to write. */
export function assertFits(schema: keyof typeof SCHEMAS, value: unknown): void {
  const ajv = new Ajv({ strict: false });
  assert.ok(ajv.validate(SCHEMAS[schema], value), `${ajv.errorsText()} in ${JSON.stringify(value)}`);
}
