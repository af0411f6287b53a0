import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { after, before, beforeEach, describe, type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { RegistryError, RegistryErrorCode } from "#lib/oci/errors.ts";
import { OCI_MANIFEST } from "#lib/oci/media-types.ts";
import type { RegistryClient } from "#lib/oci/registry-client.ts";
import { type FakeRegistry, startFakeRegistry } from "#test/support/fake-registry.ts";
import {
  collect,
  failureOf,
  hurriedClient,
  repositoryName,
  tagName,
  textOf,
} from "#test/support/fake-registry-client.ts";
import { digestOf, type Pushed } from "#test/support/fake-registry-content.ts";
import {
  delivered,
  endlessPages,
  type Fault,
  header,
  html,
  jsonAnswer,
  otherBytes,
  rateLimited,
  status,
} from "#test/support/fake-registry-faults.ts";

const redis = repositoryName("team/redis");
const tag = tagName("1.0.0");
const timeouts = { connectMs: 500, headersMs: 200, idleMs: 200, bodyMs: 400 };

let fake: FakeRegistry;
let client: RegistryClient;
let pushed: Pushed;

before(async () => {
  fake = await startFakeRegistry();
  pushed = fake.push(redis, tag, { layers: [{ content: "the archive" }] });
  client = hurriedClient(fake.url, { timeouts });
});
beforeEach(() => {
  fake.mend();
  fake.requests.length = 0;
});
after(async () => {
  await client.close();
  await fake.stop();
});

/** The four kinds of answers, each asked for and read whole. */
const reads: Readonly<Record<string, () => Promise<unknown>>> = {
  catalog: () => collect(client.repositories()),
  tags: () => collect(client.tags(redis)),
  manifest: () => client.manifest(redis, tag),
  blob: async () => textOf(await client.blob(redis, pushed.layers[0] ?? pushed.config)),
};
const everything = Object.keys(reads);

interface Trouble {
  readonly what: string;
  readonly fault: Fault;
  readonly code: RegistryErrorCode;
  readonly in?: readonly string[];
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

for (const { what, fault, code, in: where = everything, message = /./ } of troubles) {
  describe(what, () => {
    for (const kind of where) {
      test(`makes a ${kind} ${code}, and the next read is whole`, async () => {
        fake.fail(/./, fault);
        const failure = await failureOf(Promise.resolve(reads[kind]?.()));
        assert.equal(failure.code, code, failure.message);
        assert.match(failure.message, message);
        assert.ok(failure.message.startsWith(`GET ${fake.url.origin}/v2/`), failure.message);
        assert.equal(failure.message.includes("?"), false);
        fake.mend();
        await reads[kind]?.();
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
    for (const kind of everything) {
      test(`${what} is not seen by who reads a ${kind}`, async () => {
        fake.fail(/./, fault, 1);
        await reads[kind]?.();
        assert.equal(fake.requests.length, 2);
      });
    }
  }

  test("a body that breaks off is read again, where nobody has seen a part of it", async () => {
    for (const kind of ["catalog", "tags", "manifest"]) {
      fake.fail(/./, delivered({ cutAfter: 3 }), 1);
      await reads[kind]?.();
    }
  });
});

describe("lists", () => {
  test("without end are cut where they repeat, and followed while they do not", async () => {
    fake.fail(/_catalog/, endlessPages("repositories"));
    let count = 0;
    for await (const name of client.repositories()) {
      count += 1;
      if (count === 50) {
        assert.equal(name, "p50");
        break;
      }
    }
    assert.equal(fake.requests.length, 50);
  });

  test("go on after entries that are no names, and tell of them", async () => {
    fake.fail(/_catalog/, () => jsonAnswer(200, { repositories: ["a", "Upper/Case", "../b", "c"] }));
    fake.fail(/tags/, () => jsonAnswer(200, { tags: ["1.0.0", "1.0.0+5", "latest"] }));
    const unreadable: string[] = [];
    const onUnreadable = (entry: string) => unreadable.push(entry);
    assert.deepEqual(await collect(client.repositories({ onUnreadable })), ["a", "c"]);
    assert.deepEqual(await collect(client.tags(redis, { onUnreadable })), ["1.0.0", "latest"]);
    assert.deepEqual(unreadable, ["Upper/Case", "../b", "1.0.0+5"]);
  });

  test("may be null", async () => {
    fake.fail(/./, () => jsonAnswer(200, { tags: null, repositories: null }));
    assert.deepEqual([await collect(client.repositories()), await collect(client.tags(redis))], [[], []]);
  });
});

describe("resolve", () => {
  test("is one HEAD", async () => {
    assert.deepEqual(await client.resolve(redis, tag), pushed.manifest);
    assert.deepEqual(
      fake.requests.map(({ method }) => method),
      ["HEAD"],
    );
  });

  const silent: readonly [what: string, fault: Fault][] = [
    ["digest", header("docker-content-digest", null)],
    ["size", (answer) => ({ ...answer, delivery: { chunked: true } })],
    ["media type", header("content-type", "application/json")],
  ];
  for (const [what, fault] of silent) {
    test(`reads the manifest when the header does not tell its ${what}`, async () => {
      fake.fail(/^HEAD/, fault);
      fake.fail(/^GET/, header("docker-content-digest", null));
      assert.deepEqual(await client.resolve(redis, tag), pushed.manifest);
      assert.deepEqual(
        fake.requests.map(({ method }) => method),
        ["HEAD", "GET"],
      );
    });
  }
});

test("a manifest asked for by digest is held to that digest, whatever the registry says it is", async () => {
  const other = fake.pushManifest(redis, null, JSON.stringify({ schemaVersion: 2, other: true }));
  fake.fail(
    /manifests/,
    otherBytes(() => fake.repositories.get(redis)?.manifests.get(other.digest)?.bytes ?? Buffer.of()),
  );
  fake.fail(/manifests/, header("docker-content-digest", other.digest));
  assert.equal((await failureOf(client.manifest(redis, pushed.manifest.digest))).code, "digest-mismatch");
});

test("every request asks for bytes as they are, and manifests for all kinds", async () => {
  for (const kind of everything) await reads[kind]?.();
  for (const { headers } of fake.requests) {
    assert.equal(headers["accept-encoding"], "identity");
    assert.equal(headers["user-agent"], "chartroom");
  }
  const accept = fake.requests[2]?.headers.accept;
  assert.equal(
    accept,
    [
      OCI_MANIFEST,
      "application/vnd.oci.image.index.v1+json",
      "application/vnd.docker.distribution.manifest.v2+json",
      "application/vnd.docker.distribution.manifest.list.v2+json",
    ].join(", "),
  );
});

describe("cancelling", () => {
  for (const kind of ["catalog", "tags", "manifest", "blob"]) {
    test(`ends a ${kind} that is under way, with the caller's reason`, async () => {
      fake.fail(/./, delivered({ delayMs: 5_000 }));
      const controller = new AbortController();
      const options = { signal: controller.signal };
      const calls: Readonly<Record<string, () => Promise<unknown>>> = {
        catalog: () => collect(client.repositories(options)),
        tags: () => collect(client.tags(redis, options)),
        manifest: () => client.manifest(redis, tag, options),
        blob: () => client.blob(redis, pushed.config, options),
      };
      setTimeout(() => controller.abort(new Error("enough")), 20);
      const failure = await failureOf(Promise.resolve(calls[kind]?.()));
      assert.deepEqual([failure.code, String(failure.cause)], ["cancelled", "Error: enough"]);
    });
  }

  test("beforehand sends nothing", async () => {
    const failure = await failureOf(client.manifest(redis, tag, { signal: AbortSignal.abort() }));
    assert.deepEqual([failure.code, fake.requests.length], ["cancelled", 0]);
  });

  test("ends a blob in the middle", async () => {
    const big = fake.pushBlob(redis, Buffer.alloc(3_000_000, "x"));
    const controller = new AbortController();
    const stream = await client.blob(redis, big, { signal: controller.signal });
    const reader = stream.getReader();
    await reader.read();
    controller.abort();
    const rest = async () => {
      while (!(await reader.read()).done);
    };
    assert.equal((await failureOf(rest())).code, "cancelled");
  });

  test("leaves no listener on a signal that lives long", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners += 1;
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners -= 1;
      remove(...args);
    };
    await collect(client.tags(redis, { signal }));
    await client.manifest(redis, tag, { signal });
    await textOf(await client.blob(redis, pushed.config, { signal }));
    await (await client.blob(redis, pushed.config, { signal })).cancel();
    fake.fail(/./, status(404));
    await failureOf(client.resolve(redis, tag, { signal }));
    assert.equal(listeners, 0);
  });
});

describe("blobs", () => {
  test("that nobody reads end by their deadline and harm nobody", async () => {
    fake.fail(/blobs/, delivered({ dripMs: 30 }));
    const brisk = hurriedClient(fake.url, { timeouts: { ...timeouts, bodyMs: 50 } });
    const stream = await brisk.blob(redis, fake.pushBlob(redis, "a slow blob"));
    await sleep(120);
    assert.equal((await failureOf(collect(stream))).code, "timeout");
    await brisk.close();
  });

  test("end when the client does", async () => {
    fake.fail(/blobs/, delivered({ dripMs: 30 }));
    const brief = hurriedClient(fake.url);
    const stream = await brief.blob(redis, fake.pushBlob(redis, "a slow blob"));
    await brief.close();
    assert.equal((await failureOf(collect(stream))).code, "cancelled");
  });

  test("give their connection back when they are cancelled", async () => {
    const big = fake.pushBlob(redis, Buffer.alloc(3_000_000, "x"));
    const single = hurriedClient(fake.url, { timeouts, connections: 1 });
    await (await single.blob(redis, big)).cancel();
    assert.equal((await collect(single.tags(redis))).length, 1);
    await single.close();
  });

  test("arrive whole, however many pieces they come in", async () => {
    const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, at) => at % 251));
    const blob = fake.pushBlob(redis, bytes);
    const read = Buffer.concat(await collect(await client.blob(redis, blob)));
    assert.equal(digestOf(read), blob.digest);
  });

  test("may be empty", async () => {
    assert.equal(await textOf(await client.blob(redis, fake.pushBlob(redis, ""))), "");
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

test("a client that is closed says so, and quickly", async () => {
  const closed = hurriedClient(fake.url, { retry: { attempts: 5, baseMs: 10_000 } });
  await closed.close();
  assert.equal((await failureOf(closed.ping())).code, "cancelled");
});
