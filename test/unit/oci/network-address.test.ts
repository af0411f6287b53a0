import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { mayLead, outermost, type Reach, reachOf } from "#lib/oci/network-address.ts";

const places: Readonly<Record<Reach, readonly string[]>> = {
  public: [
    "1.1.1.1",
    "8.8.8.8",
    "172.32.0.1",
    "100.63.255.255",
    "2606:4700::1111",
    "::ffff:8.8.8.8",
    "64:ff9b::8.8.8.8",
  ],
  private: [
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "100.64.0.1",
    "fd12:3456::1",
    "::ffff:10.0.0.1",
    "64:ff9b::10.0.0.1",
  ],
  loopback: ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1", "::ffff:7f00:1"],
  forbidden: [
    "169.254.169.254",
    "::ffff:169.254.169.254",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::a9fe:a9fe",
    "::ffff:0:7f00:1",
    "0.0.0.0",
    "::",
    "fe80::1",
    "224.0.0.1",
    "255.255.255.255",
    "ff02::1",
    "100.100.100.200",
    "168.63.129.16",
    "fd00:ec2::254",
    "2002:7f00:1::",
    "registry.example.com",
    "",
  ],
};

describe("reachOf", () => {
  for (const [reach, addresses] of Object.entries(places)) {
    for (const address of addresses) {
      test(`${address || "nothing"} is ${reach}`, () => assert.equal(reachOf(address), reach));
    }
  }
});

describe("mayLead", () => {
  const allowed: readonly [Reach, Reach][] = [
    ["public", "public"],
    ["private", "public"],
    ["private", "private"],
    ["loopback", "public"],
    ["loopback", "private"],
    ["loopback", "loopback"],
  ];
  const reaches: readonly Reach[] = ["public", "private", "loopback", "forbidden"];
  for (const from of reaches.slice(0, 3)) {
    for (const to of reaches) {
      const expected = allowed.some(([a, b]) => a === from && b === to);
      test(`${from} ${expected ? "may" : "may not"} lead to ${to}`, () =>
        assert.equal(mayLead(from, to), expected));
    }
  }
});

test("a registry that was outside once stays there, whatever its name means later", () => {
  assert.equal(outermost(null, "private"), "private");
  assert.equal(outermost("public", "loopback"), "public");
  assert.equal(outermost("loopback", "public"), "public");
  assert.equal(outermost("private", "private"), "private");
});
