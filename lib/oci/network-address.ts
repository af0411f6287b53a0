import { BlockList, isIPv4, isIPv6 } from "node:net";

/**
 * How far inside a network an address lies. The order counts: an answer from one address may send the client to
 * another that lies no further inside.
 */
const REACHES = ["public", "private", "loopback", "forbidden"] as const;
export type Reach = (typeof REACHES)[number];

const FORBIDDEN_V4 = [
  "0.0.0.0/8",
  "169.254.0.0/16",
  "192.0.0.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  // Metadata services of Alibaba Cloud and Azure, outside the link-local range.
  "100.100.100.200/32",
  "168.63.129.16/32",
];
const LOOPBACK_V4 = ["127.0.0.0/8"];
const PRIVATE_V4 = ["10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "198.18.0.0/15"];

const FORBIDDEN_V6 = [
  "::/128",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
  // What carries any IPv4 address inside: Teredo, 6to4, and translation by an operator's own prefixes (RFC 8215, RFC 7915).
  "2001::/32",
  "2002::/16",
  "64:ff9b:1::/48",
  "::ffff:0:0:0/96",
  // Metadata services of AWS and Google Cloud.
  "fd00:ec2::254/128",
  "fd20:ce::254/128",
];

const LISTS: Readonly<Record<Exclude<Reach, "public">, BlockList>> = {
  forbidden: blockList(FORBIDDEN_V4, FORBIDDEN_V6),
  loopback: blockList(LOOPBACK_V4, ["::1/128"]),
  private: blockList(PRIVATE_V4, ["fc00::/7"]),
};

/** Where an IP address lies; `forbidden` (link-local, metadata services, multicast) is no registry's business, nor is what is no address. */
export function reachOf(address: string): Reach {
  const family = isIPv4(address) ? "ipv4" : isIPv6(address) ? "ipv6" : null;
  if (family === null) return "forbidden";
  if (LISTS.forbidden.check(address, family)) return "forbidden";
  if (LISTS.loopback.check(address, family)) return "loopback";
  return LISTS.private.check(address, family) ? "private" : "public";
}

/** Whether an answer that came from `from` may lead to an address at `to`. */
export function mayLead(from: Reach, to: Reach): boolean {
  return to !== "forbidden" && REACHES.indexOf(to) <= REACHES.indexOf(from);
}

/**
 * Where a registry counts as lying whose name has led to `seen` and leads to `now`: the least far inside. Attack: a name that
 * meant a public address when the operator looked means 127.0.0.1 today (DNS rebinding), to lead to all that is there.
 */
export function outermost(seen: Reach | null, now: Reach): Reach {
  return seen === null || REACHES.indexOf(now) < REACHES.indexOf(seen) ? now : seen;
}

function blockList(v4: readonly string[], v6: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of v4) {
    const [network = "", bits = ""] = range.split("/");
    list.addSubnet(network, Number(bits), "ipv4");
    // The same range as NAT64 writes it: 64:ff9b::/96 holds the IPv4 addresses.
    list.addSubnet(`64:ff9b::${network}`, 96 + Number(bits), "ipv6");
  }
  for (const range of v6) {
    const [network = "", bits = ""] = range.split("/");
    list.addSubnet(network, Number(bits), "ipv6");
  }
  return list;
}
