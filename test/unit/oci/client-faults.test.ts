import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { describe, type TestContext, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { RegistryError, RegistryErrorCode } from "#lib/oci/errors.ts";
import { startFakeRegistry } from "#test/support/fake-registry.ts";
import { failureOf, hurriedClient } from "#test/support/fake-registry-client.ts";
import {
  delivered,
  type Fault,
  header,
  html,
  jsonAnswer,
  otherBytes,
  rateLimited,
  status,
} from "#test/support/fake-registry-faults.ts";
import { KINDS, type Kind, startOneChart } from "#test/support/fake-registry-reads.ts";

const { fake, read } = await startOneChart();

interface Trouble {
  readonly what: string;
  readonly fault: Fault;
  readonly code: RegistryErrorCode;
  readonly in?: readonly Kind[];
  readonly message?: RegExp;
}

const troubles: readonly Trouble[] = [
  { what: "401 out of nowhere", fault: status(401), code: "unauthorized" },
  {
    what: "403",
    fault: status(403, "DENIED"),
    code: "denied",
    message: /: 403 Forbidden \(DENIED: as the test wants it\)$/,
  },
  {
    what: "404",
    fault: status(404, "NAME_UNKNOWN"),
    code: "not-found",
    message: /: 404 Not Found \(NAME_UNKNOWN: /,
  },
  { what: "410", fault: status(410), code: "bad-response", message: /: 410 Gone \(/ },
  { what: "429 for ever", fault: rateLimited(null), code: "rate-limited" },
  { what: "500 for ever", fault: status(500), code: "unavailable" },
  {
    what: "503 with a web page",
    fault: html(503),
    code: "unavailable",
    message: /: 503 Service Unavailable$/,
  },
  { what: "204", fault: () => ({ status: 204, headers: {}, body: new Uint8Array() }), code: "bad-response" },
  { what: "a connection that breaks at once", fault: delivered({ cutAfter: -1 }), code: "unavailable" },
  { what: "a body that breaks off", fault: delivered({ cutAfter: 5 }), code: "unavailable" },
  {
    what: "a chunked body that breaks off",
    fault: delivered({ cutAfter: 5, chunked: true }),
    code: "unavailable",
  },
  { what: "no answer", fault: delivered({ delayMs: 5_000 }), code: "timeout", in: ["tags", "blob"] },
  {
    what: "a body that drips",
    fault: delivered({ dripMs: 120 }),
    code: "timeout",
    message: /not finished after 40\d ms$/,
  },
  {
    what: "HTML instead of JSON",
    fault: html(),
    code: "bad-response",
    in: ["catalog", "tags"],
    message: /: not JSON but text\/html; charset=utf-8$/,
  },
  {
    what: "JSON of another kind",
    fault: () => jsonAnswer(200, { hello: "world" }),
    code: "bad-response",
    in: ["catalog", "tags"],
    message: /: no list of (repositories|tags)$/,
  },
  {
    what: "names that are numbers",
    fault: () => jsonAnswer(200, { repositories: [5], tags: [5] }),
    code: "bad-response",
    in: ["catalog", "tags"],
  },
  {
    what: "JSON cut short that claims to be whole",
    fault: otherBytes((body) => body.subarray(0, 9)),
    code: "bad-response",
    in: ["catalog", "tags"],
    message: /: not JSON but application\/json$/,
  },
  {
    // Ten megabytes of zeros in ten kilobytes: nobody asked for gzip, and nobody unpacks it.
    what: "a gzip bomb",
    fault: (answer) => ({
      ...answer,
      headers: { ...answer.headers, "content-encoding": "gzip" },
      body: gzipSync(Buffer.alloc(10_000_000)),
    }),
    code: "bad-response",
    in: ["catalog", "tags", "manifest"],
    message: /: content-encoding gzip was not asked for$/,
  },
  {
    what: "pages without end",
    fault: header("link", '</v2/_catalog?last=a>; rel="next"'),
    code: "bad-response",
    in: ["catalog"],
  },
  {
    what: "a Link to another host",
    fault: header("link", '<https://evil.example/v2/_catalog>; rel="next"'),
    code: "bad-response",
    in: ["catalog", "tags"],
    message: /: Link to another origin, https:\/\/evil\.example$/,
  },
  {
    what: "a manifest with another digest",
    fault: otherBytes(() => Buffer.from("{}")),
    code: "digest-mismatch",
    in: ["manifest"],
  },
  {
    what: "a digest of no kind",
    fault: header("docker-content-digest", "md5:abc"),
    code: "bad-response",
    in: ["manifest"],
  },
  {
    what: "a manifest that says it has 4 GB",
    fault: header("content-length", "4294967296"),
    code: "too-large",
    in: ["manifest"],
    message: /: more than 4194304 bytes$/,
  },
  {
    what: "a manifest too large that does not say so",
    fault: (answer) => ({ ...answer, body: Buffer.alloc(4 * 1024 * 1024 + 1), delivery: { chunked: true } }),
    code: "too-large",
    in: ["manifest"],
  },
  {
    what: "a list too large that does not say so",
    fault: (answer) => ({ ...answer, body: Buffer.alloc(16 * 1024 * 1024 + 1), delivery: { chunked: true } }),
    code: "too-large",
    in: ["catalog", "tags"],
  },
  {
    what: "lists in lists by the million",
    fault: (answer) => ({ ...answer, body: Buffer.from("[".repeat(1_000_000) + "]".repeat(1_000_000)) }),
    code: "too-large",
    in: ["catalog", "tags"],
    message: /: more than 200000 lists and objects$/,
  },
  {
    what: "a blob with other bytes",
    fault: otherBytes((body) => Buffer.from(body).reverse()),
    code: "digest-mismatch",
    in: ["blob"],
    message: /: the content has another digest$/,
  },
  {
    what: "a blob of another size",
    fault: otherBytes((body) => body.subarray(1)),
    code: "digest-mismatch",
    in: ["blob"],
    message: /: 10 bytes where 11 were promised$/,
  },
  {
    what: "a blob that is too short and does not say so",
    fault: (answer) => ({ ...answer, body: answer.body.subarray(1), delivery: { chunked: true } }),
    code: "digest-mismatch",
    in: ["blob"],
    message: /: 10 bytes where 11 were promised$/,
  },
  {
    what: "a blob that is too long and does not say so",
    fault: (answer) => ({
      ...answer,
      body: Buffer.concat([answer.body, answer.body]),
      delivery: { chunked: true },
    }),
    code: "digest-mismatch",
    in: ["blob"],
    message: /: more than the promised 11 bytes$/,
  },
];

for (const { what, fault, code, in: where = KINDS, message = /./ } of troubles) {
  describe(what, () => {
    for (const kind of where) {
      test(`makes a ${kind} ${code}, and the next read is whole`, async () => {
        fake.fail(/./, fault);
        const failure = await failureOf(read(kind));
        assert.equal(failure.code, code, failure.message);
        assert.match(failure.message, message);
        assert.ok(failure.message.startsWith(`GET ${fake.url.origin}/v2/`), failure.message);
        assert.equal(failure.message.includes("?"), false);
        fake.mend();
        await read(kind);
      });
    }
  });
}

describe("what passes by itself", () => {
  const passing: readonly [what: string, fault: Fault][] = [
    ["503", status(503)],
    ["429", rateLimited(0)],
    ["a broken connection", delivered({ cutAfter: -1 })],
  ];
  for (const [what, fault] of passing) {
    for (const kind of KINDS) {
      test(`${what} is not seen by who reads a ${kind}`, async () => {
        fake.fail(/./, fault, 1);
        await read(kind);
        assert.equal(fake.requests.length, 2);
      });
    }
  }

  test("a body that breaks off is read again, where nobody has seen a part of it", async () => {
    for (const kind of ["catalog", "tags", "manifest"] as const) {
      fake.fail(/./, delivered({ cutAfter: 3 }), 1);
      await read(kind);
    }
  });
});

describe("a registry that is not there", () => {
  /** What a ping of this address fails with. */
  async function pingFailure(address: string): Promise<RegistryError> {
    const nobody = hurriedClient(new URL(address));
    try {
      return await failureOf(nobody.ping());
    } finally {
      await nobody.close();
    }
  }

  /** The port of a server that treats each connection so. */
  async function listen(t: TestContext, onConnection: (socket: Socket) => void): Promise<number> {
    const server = createServer(onConnection).listen(0, "127.0.0.1");
    await once(server, "listening");
    t.after(() => server.close());
    const address = server.address();
    return address !== null && typeof address === "object" ? address.port : 0;
  }

  test("refuses the connection", async () => {
    // A port that is surely free once its owner is gone.
    const gone = await startFakeRegistry();
    await gone.stop();
    const failure = await pingFailure(gone.url.origin);
    assert.equal(failure.code, "unavailable");
    assert.match(failure.message, /^GET http:\/\/127\.0\.0\.1:\d+\/v2\/: connect ECONNREFUSED/);
  });

  test("has no such name", async () => {
    const failure = await pingFailure("https://registry.invalid");
    assert.equal(failure.code, "unavailable");
    assert.match(failure.message, /^GET https:\/\/registry\.invalid\/v2\/: getaddrinfo E/);
  });

  test("speaks no HTTP", async (t) => {
    const port = await listen(t, (socket) => socket.on("error", () => {}).end("220 mail.example ESMTP\r\n"));
    assert.equal((await pingFailure(`http://127.0.0.1:${port}`)).code, "bad-response");
  });

  test("speaks no TLS", async () => {
    assert.equal((await pingFailure(`https://${fake.host}`)).code, "unavailable");
  });

  test("is a web server with another errand", async () => {
    fake.fail(/GET \/v2\/$/, html());
    assert.equal((await pingFailure(fake.url.origin)).code, "bad-response");
  });
});
