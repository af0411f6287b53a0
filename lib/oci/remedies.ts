import type { RegistryErrorCode } from "./errors.ts";

/** What an operator does about each failure, one sentence each. */
export const REGISTRY_REMEDIES: Readonly<Record<RegistryErrorCode, string>> = {
  unauthorized: "Set or correct the source's credentials; the registry did not accept those it was offered.",
  denied:
    "Give the source's account the right to pull here and, where the registry is listed, to read its catalog.",
  "not-found":
    "If it should exist, check the name; if the registry lists no catalog, name its repositories in the configuration.",
  "rate-limited":
    "Wait for the registry's limit to reset; a longer interval or an account with a higher limit avoids it.",
  unavailable:
    "Check that the registry is running and reachable from here, by name, port and certificate; it is tried again by itself.",
  timeout: "Check the network and the registry's load; it is tried again by itself.",
  "bad-response":
    "Check that the address is a registry's own and not a proxy's or a web page's; if it is, report this to who runs it.",
  "digest-mismatch":
    "Push the chart again or restore the registry's storage; its content is not what its digest promises.",
  "too-large": "Remove or split the content; it is larger than a manifest, list or token may be.",
  cancelled: "Nothing needs doing; the reading was stopped here and goes on with the next one.",
};
