import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Agent } from "undici";
import {
  createPublicConnections,
  fetchPicture,
  isWebAddress,
  type PictureBounds,
  PictureError,
} from "#lib/pictures/fetch-picture.ts";
import {
  judgeForTests,
  leadsTo,
  PIXEL,
  type PictureHost,
  sends,
  startPictureHost,
} from "#test/support/picture-host.ts";

const BOUNDS: PictureBounds = { timeMs: 700, bytes: 100_000, redirects: 3 };
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

let host: PictureHost;
/** In the place of a machine inside: 127.0.0.2 leads there, and is judged as ever. */
let inside: string;
let agent: Agent;
before(async () => {
  host = await startPictureHost({
    "/pixel.png": sends(PIXEL),
    "/said-to-be-text": sends(PIXEL, { "content-type": "text/html" }),
    "/drawing.svg": sends(SVG, { "content-type": "image/svg+xml" }),
    "/page": sends("<!DOCTYPE html><script>alert(1)</script>"),
    "/large": sends(Buffer.concat([PIXEL, Buffer.alloc(100_000)])),
    "/endless": (response) => {
      response.writeHead(200, { "content-type": "image/png" }).write(PIXEL);
      const more = () => {
        while (response.write(Buffer.alloc(16_384)) && !response.destroyed);
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    },
    "/slow": (response) => {
      response.writeHead(200, { "content-type": "image/png" }).write(PIXEL);
      const timer = setInterval(() => response.write("\0"), 50);
      response.on("close", () => clearInterval(timer));
    },
    "/silent": () => undefined,
    "/bomb": sends(gzipSync(Buffer.alloc(10_000_000)), { "content-encoding": "gzip" }),
    "/less-than-said": (response) => {
      response.writeHead(200, { "content-length": "500" }).write(PIXEL);
      response.socket?.end();
    },
    "/more-than-said": (response) => {
      response.socket?.end(
        `HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n${PIXEL.toString("latin1")}`,
        "latin1",
      );
    },
    "/said-to-be-huge": sends("x", { "content-length": "99999999999" }),
    "/hop": leadsTo("/pixel.png", 301),
    "/to-private": leadsTo("http://10.0.0.1/pixel.png"),
    "/to-loopback": (response) => leadsTo(`${inside}/pixel.png`)(response, {} as never),
    "/to-file": leadsTo("file:///etc/passwd"),
    "/to-password": leadsTo("http://user:secret@127.0.0.1/"),
    "/to-nowhere": leadsTo("http://"),
    "/round": leadsTo("/round"),
    "/error": (response) => void response.writeHead(500).end(PIXEL),
    "/endless-redirect": (response) => {
      response.writeHead(302, { location: "/pixel.png" });
      const timer = setInterval(() => response.write("moved"), 10);
      response.on("close", () => clearInterval(timer));
    },
  });
  inside = `http://127.0.0.2:${host.port}`;
  agent = createPublicConnections(judgeForTests);
});
after(async () => {
  await agent.destroy();
  await host.stop();
});

const fetched = (address: string, connections = agent) =>
  fetchPicture(connections, new URL(address, host.origin), BOUNDS);
async function refusal(address: string, connections = agent): Promise<string> {
  const error = await fetched(address, connections).then(
    () => null,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof PictureError, `${address}: ${error}`);
  return error.message;
}

describe("a picture", () => {
  test("is what its bytes are, whatever it is said to be", async () => {
    assert.deepEqual(await fetched("/pixel.png"), { type: "image/png", bytes: PIXEL });
    assert.equal((await fetched("/said-to-be-text")).type, "image/png");
    assert.equal((await fetched("/drawing.svg")).type, "image/svg+xml");
  });
  test("may be led to", async () => {
    assert.equal((await fetched("/hop")).type, "image/png");
    assert.equal((await fetched("/endless-redirect")).type, "image/png");
  });
  test("has as many bytes as it was said to have", async () => {
    assert.equal((await fetched("/more-than-said")).bytes.length, 10);
  });
  test("is asked for without a word about who reads", async () => {
    await fetched("/pixel.png?size=2");
    const { headers, url } = host.requests.at(-1) ?? {};
    assert.equal(url, "/pixel.png?size=2");
    const names = ["accept", "accept-encoding", "connection", "host", "user-agent"];
    assert.deepEqual(Object.keys(headers ?? {}).sort(), names);
  });
  test("that GitHub shows on a page is asked for itself", async () => {
    const asked: unknown[] = [];
    const request = (options: unknown) => {
      asked.push(options);
      return Promise.reject(new Error("no"));
    };
    const connections = { request } as unknown as Agent;
    const address = new URL("https://github.com/o/r/blob/main/a%20b.png");
    await assert.rejects(fetchPicture(connections, address));
    const { path } = asked[0] as { path: string };
    assert.equal(path, "/o/r/blob/main/a%20b.png?raw=true");
  });
});

describe("what is no picture", () => {
  const CASES: readonly (readonly [string, RegExp])[] = [
    ["/page", /no picture/],
    ["/large", /more than 100000 bytes/],
    ["/endless", /more than 100000 bytes/],
    ["/said-to-be-huge", /more than 100000 bytes/],
    ["/slow", /not finished after 700 ms/],
    ["/silent", /not finished after 700 ms/],
    ["/bomb", /packed/],
    ["/less-than-said", /cannot be reached/],
    ["/round", /led on more than 3 times/],
    ["/to-file", /no address of the web/],
    ["/to-password", /no address of the web/],
    ["/to-nowhere", /answered 302/],
    ["/error", /answered 500/],
    ["/absent", /answered 404/],
  ];
  for (const [path, reason] of CASES) test(path, async () => assert.match(await refusal(path), reason));

  test("is not followed further than three times", async () => {
    const before = host.requests.length;
    await refusal("/round");
    assert.equal(host.requests.length - before, 4);
  });

  test("leaves no connection behind that goes on", async () => {
    await refusal("/endless");
    await refusal("/slow");
    await fetched("/endless-redirect");
    while (host.load.now > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  });
});

describe("an address inside", () => {
  const INSIDE = [
    ...["http://10.0.0.1/a.png", "http://192.168.1.1/", "http://172.16.0.1/", "http://100.64.0.1/"],
    ...["http://169.254.169.254/latest/meta-data/", "http://100.100.100.200/", "http://168.63.129.16/"],
    ...["http://[::1]/", "http://[fe80::1]/", "http://[fd00:ec2::254]/", "http://[::ffff:10.0.0.1]/"],
    ...[
      "http://[64:ff9b::a00:1]/",
      "http://0.0.0.0/",
      "http://2130706434/",
      "http://0x7f000002/",
      "http://127.2/",
    ],
  ];
  for (const address of INSIDE)
    test(`${address} is not reached`, async () => assert.equal(await refusal(address), "cannot be reached"));

  test("is not reached behind a redirect, and nothing is said of it", async () => {
    for (const path of ["/to-private", "/to-loopback"])
      assert.equal(await refusal(path), "cannot be reached");
    assert.ok(host.requests.every(({ headers }) => headers.host === `127.0.0.1:${host.port}`));
  });

  test("is not reached behind a name, and this machine is inside", async () => {
    const usual = createPublicConnections();
    const before = host.requests.length;
    assert.equal(await refusal(`http://localhost:${host.port}/pixel.png`, usual), "cannot be reached");
    assert.equal(await refusal(`${host.origin}/pixel.png`, usual), "cannot be reached");
    assert.equal(host.requests.length, before);
    await usual.destroy();
  });
});

test("a name is judged by what it means whenever it is connected to", async () => {
  const answers = [["127.0.0.1"], ["127.0.0.2"], ["127.0.0.1", "10.0.0.1"]];
  const lookUp = async () => (answers.shift() ?? []).map((address) => ({ address, family: 4 }));
  const connections = createPublicConnections(judgeForTests, lookUp);
  const address = `http://pictures.example:${host.port}`;
  const before = host.requests.length;
  assert.equal(await refusal(`${address}/endless-redirect`, connections), "cannot be reached", "rebound");
  assert.equal(await refusal(`${address}/pixel.png`, connections), "cannot be reached", "one of two inside");
  assert.equal(await refusal(`${address}/pixel.png`, connections), "cannot be reached", "no address");
  assert.equal(host.requests.length - before, 1);
  await connections.destroy();
});

test("pictures are asked for on the web only, and not at other services' ports", () => {
  const may = (address: string) => isWebAddress(new URL(address));
  assert.ok(may("https://a.example/x") && may("http://a.example:8080/") && may("https://a.example:80/"));
  for (const address of [
    ...[
      "ftp://a.example/",
      "data:image/png,x",
      "mailto:a@example.com",
      "file:///etc/passwd",
      "blob:https://a/b",
    ],
    ...["https://u@a.example/", "https://:p@a.example/", "http://a.example:22/", "http://a.example:25/"],
  ])
    assert.ok(!may(address), address);
});
