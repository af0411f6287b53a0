import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addressGroup, clientAddress } from "#lib/access/client-address.ts";

describe("a request counts for", () => {
  const CASES = [
    { name: "its connection", forwarded: undefined, proxies: 0, client: "10.0.0.1" },
    {
      name: "its connection, whatever it writes into the header",
      forwarded: "1.2.3.4",
      proxies: 0,
      client: "10.0.0.1",
    },
    { name: "what one proxy saw", forwarded: "1.2.3.4", proxies: 1, client: "1.2.3.4" },
    {
      name: "what one proxy saw, whatever stood there before",
      forwarded: "6.6.6.6, 1.2.3.4",
      proxies: 1,
      client: "1.2.3.4",
    },
    {
      name: "what the outer of two saw",
      forwarded: "6.6.6.6,1.2.3.4,10.0.0.2",
      proxies: 2,
      client: "1.2.3.4",
    },
    { name: "its connection if a proxy was passed by", forwarded: "1.2.3.4", proxies: 2, client: "10.0.0.1" },
    { name: "its connection if the header is empty", forwarded: "", proxies: 1, client: "10.0.0.1" },
    {
      name: "its connection if the header is no address",
      forwarded: "x".repeat(10_000),
      proxies: 1,
      client: "10.0.0.1",
    },
  ];
  for (const { name, forwarded, proxies, client } of CASES) {
    test(name, () => assert.equal(clientAddress("10.0.0.1", forwarded, proxies), client));
  }
});

describe("one client has", () => {
  const CASES = [
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:1:2::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["unknown", "unknown"],
    // Some proxies write the port too, which a client may choose anew for each request.
    ["192.0.2.1:50001", "192.0.2.1"],
    ["[2001:db8:1:2::1]:50001", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2::1]", "2001:db8:1:2::/64"],
  ] as const;
  for (const [address, group] of CASES) {
    test(`${address}: ${group}`, () => assert.equal(addressGroup(address), group));
  }
});
