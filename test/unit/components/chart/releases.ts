import type { ChartRelease, ReleaseSummary } from "#lib/catalog/catalog.ts";
import { parseSourceId } from "#lib/config/source-id.ts";
import { parseDigest, parseRepositoryName, parseTag } from "#lib/oci/reference.ts";

/** What a parser accepts; a test that hands it something else is wrong. */
function accepted<T>(value: T | null): T {
  if (value === null) throw new TypeError("test data that no parser accepts");
  return value;
}

const DIGEST = accepted(parseDigest(`sha256:${"0".repeat(64)}`));

export function summary(version: string, detail: Partial<ReleaseSummary> = {}): ReleaseSummary {
  return {
    version,
    tag: accepted(parseTag(version.replaceAll("+", "_"))),
    digest: DIGEST,
    appVersion: null,
    created: null,
    channel: "stable",
    deprecated: false,
    signed: false,
    movedFrom: null,
    error: null,
    ...detail,
  };
}

export function release(
  repository: string,
  version: string,
  detail: Partial<ChartRelease> = {},
): ChartRelease {
  return {
    id: { source: accepted(parseSourceId("acme")), repository: accepted(parseRepositoryName(repository)) },
    summary: summary(version),
    latest: true,
    metadata: null,
    digests: { manifest: DIGEST, layer: null, provenance: null },
    content: { kind: "unavailable", reason: "", passing: true },
    origin: { kind: "registry", host: "registry.example", plainHttp: false, signIn: false, privateCa: false },
    stale: null,
    ...detail,
  };
}
