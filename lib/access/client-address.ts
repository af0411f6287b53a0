import { isIPv6 } from "node:net";

/** The longest address there is, with a zone and a port around it. */
const MAX_LENGTH = 64;

/**
 * Whom a request counts for: the address its connection comes from or, behind `trustedProxies` proxies, the one the outermost of
 * them saw. Each proxy adds the address it was asked from at the end of `X-Forwarded-For`; what stands before that anybody
 * may have written.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  const seen = (forwardedFor ?? "").split(",").map((one) => one.trim());
  const forwarded = trustedProxies === 0 ? "" : (seen.at(-trustedProxies) ?? "");
  const address = forwarded === "" || forwarded.length > MAX_LENGTH ? socketAddress : forwarded;
  return address ?? "unknown";
}

/**
 * Addresses one client can choose from are one: of IPv6 the first 64 bits, which is what a home or a machine is given, and
 * whatever port a proxy wrote behind an address.
 */
export function addressGroup(address: string): string {
  const plain = withoutPort(address)
    .replace(/^::ffff:(?=\d+\.)/i, "")
    .replace(/%.*$/, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail = ""] = plain.toLowerCase().split("::");
  const [first, last] = [head, tail].map((part) => (part === "" ? [] : part.split(":")));
  const zeros = Array.from({ length: 8 - (first?.length ?? 0) - (last?.length ?? 0) }, () => "0");
  const groups = plain.includes("::") ? [...(first ?? []), ...zeros, ...(last ?? [])] : plain.split(":");
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

function withoutPort(address: string): string {
  return /^\[(.*)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, "$1");
}
