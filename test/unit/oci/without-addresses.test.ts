import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { withoutAddresses } from "#lib/oci/without-addresses.ts";

const OWN = "registry.example.com:5000";
const shown = (message: string) => withoutAddresses(message, OWN);

describe("a message for everyone", () => {
  const kept = [
    "GET https://registry.example.com:5000/v2/data/redis/tags/list: 500 Internal Server Error (UNAVAILABLE: try later)",
    "GET https://registry.example.com:5000/v2/_catalog: not JSON but text/html",
    "HEAD https://registry.example.com:5000/v2/x/manifests/1.0.0: application/vnd.oci.image.manifest.v1+json",
    "getaddrinfo ENOTFOUND registry.example.com",
    "connect ECONNREFUSED registry.example.com:5000",
    "GET https://registry.example.com:5000/v2/: the content's digest is sha256:0123456789abcdef, not sha256:123456ab",
    "redis 1.2.3-rc.1: Chart.yaml has no name; values.yaml is 4194304 bytes",
    "more than 5 redirects. Not finished after 30000 ms: try again at 12:30:01",
  ];
  for (const message of kept) test(`keeps ${message}`, () => assert.equal(shown(message), message));

  const cleared: Readonly<Record<string, string>> = {
    "GET https://auth.internal/token: 500": "GET [address]: 500",
    "GET https://registry.example.com/v2/: 500": "GET [address]: 500",
    "GET https://registry.example.com:5000/v2/: Link to https://10.0.0.7:8443/x.":
      "GET https://registry.example.com:5000/v2/: Link to [address].",
    "token realm https://auth.corp.local belongs to another domain":
      "token realm [address] belongs to another domain",
    "connect ECONNREFUSED 10.1.2.3:5000": "connect ECONNREFUSED [address]",
    "connect ECONNREFUSED fd00::1:5000": "connect ECONNREFUSED [address]",
    "connect ECONNREFUSED [fd00::12]:443": "connect ECONNREFUSED [address]",
    "getaddrinfo ENOTFOUND vault": "getaddrinfo ENOTFOUND [address]",
    "getaddrinfo EAI_AGAIN auth.internal.corp": "getaddrinfo EAI_AGAIN [address]",
    "leads to metadata.google.internal, an address inside the network (169.254.169.254)":
      "leads to [address], an address inside the network ([address])",
    "(UNKNOWN: dial tcp: lookup redis.svc.cluster.local on 10.0.0.2:53: no such host)":
      "(UNKNOWN: dial tcp: lookup [address] on [address]: no such host)",
    "leads to vault, an address inside the network (10.0.0.3)":
      "leads to [address], an address inside the network ([address])",
    "Host: vault. is not in the cert's altnames: DNS:vault.corp":
      "Host: [address]. is not in the cert's altnames: DNS:[address]",
    "(UNKNOWN: dial tcp: lookup redis on 10.0.0.2:53: no such host)":
      "(UNKNOWN: dial tcp: lookup [address] on [address]: no such host)",
    "dial tcp redis-master:6379: connect: refused": "dial tcp [address]: connect: refused",
    "Host: auth.corp. is not in the cert's altnames: DNS:*.corp.example, IP Address:10.0.0.9":
      "Host: [address]. is not in the cert's altnames: DNS:[address], IP Address:[address]",
    "path=s3.internal/bucket host=10.0.0.4": "path=[address]/bucket host=[address]",
    // As Go, Java and PostgreSQL write addresses.
    "read tcp 10.1.2.3:44332->10.0.0.9:5432: read: connection reset by peer":
      "read tcp [address]->[address]: read: connection reset by peer",
    "read tcp [fd00::3]:44332->[fd00::9]:5432: i/o timeout": "read tcp [address]->[address]: i/o timeout",
    "read tcp vault:44332->redis-master:6379: EOF": "read tcp [address]->[address]: EOF",
    "connect to redis-master/10.0.0.7:6379 failed": "connect to [address] failed",
    "connect to /10.0.0.7:6379 failed": "connect to [address] failed",
    "connect to /[fd00::7]:6379 failed": "connect to [address] failed",
    "no server: [dial tcp 10.0.0.7:5432] {db.internal:5432}": "no server: [dial tcp [address]] {[address]}",
    "no replica of [redis-0:6379 fd00::7]": "no replica of [[address] [address]]",
    "cannot log in as harbor@db.internal:5432": "cannot log in as harbor@[address]",
    "no route to fdaa:bbbb::5": "no route to [address]",
    "moved to https://registry.example.com:5000/?to=http://10.0.0.7/": "moved to [address]",
  };
  for (const [message, expected] of Object.entries(cleared)) {
    test(`clears ${message}`, () => assert.equal(shown(message), expected));
  }
});

test("a hostile message takes no time", () => {
  const started = performance.now();
  for (const piece of ["a.", "a-", "1:", "[", "]", "/", "->", "[a]", "a://", ".", "a:"])
    shown(piece.repeat(50_000));
  assert.ok(performance.now() - started < 1_000);
});
