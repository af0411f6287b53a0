import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, type TestContext, test } from "node:test";
import type { Vendor } from "#lib/config/vendor.ts";
import type { RegistryErrorCode } from "#lib/oci/errors.ts";
import type { RepositoryLister } from "#lib/oci/registry-client.ts";
import { collect, failureOf } from "../support/fake-registry-client.ts";
import {
  delivered,
  type Fault,
  html,
  jsonAnswer,
  otherBytes,
  rateLimited,
  redirect,
  status,
} from "../support/fake-registry-faults.ts";
import { type FakeApi, hurriedLister, series } from "../support/vendors/fake-api.ts";
import { GOOGLE_TOKEN, startFakeArtifactRegistry } from "../support/vendors/fake-artifact-registry.ts";
import { startFakeDockerHub } from "../support/vendors/fake-docker-hub.ts";
import { GITHUB_TOKEN, startFakeGithub } from "../support/vendors/fake-github.ts";
import { GITLAB_TOKEN, startFakeGitlab } from "../support/vendors/fake-gitlab.ts";
import { HARBOR_ROBOT, startFakeHarbor } from "../support/vendors/fake-harbor.ts";
import { JFROG_USER, startFakeJfrog } from "../support/vendors/fake-jfrog.ts";
import { startFakeQuay } from "../support/vendors/fake-quay.ts";

const many = series("chart", 150);
const REGISTRY = new URL("https://registry.example.com");
const INCLUDE = ["acme/**"];

/** Each API over two pages of the same 150 names (JFrog over three), and what tells its second page. */
interface Subject {
  readonly vendor: Vendor;
  readonly secondPage: RegExp;
  readonly length: number;
  start(): Promise<FakeApi>;
  readonly credentials?: { readonly username: string; readonly password: string };
}

const subjects: readonly Subject[] = [
  {
    vendor: "harbor",
    secondPage: /repositories\?page=2/,
    length: 150,
    credentials: HARBOR_ROBOT,
    start: () => {
      const repositories = Object.fromEntries(many.map((name) => [`acme/${name}`, "image"] as const));
      return startFakeHarbor({ version: "2.11", projects: { acme: { public: true, repositories } } });
    },
  },
  {
    vendor: "quay",
    secondPage: /next_page/,
    length: 150,
    start: () => startFakeQuay(Object.fromEntries(many.map((name) => [`acme/${name}`, "public"] as const))),
  },
  {
    vendor: "ghcr",
    secondPage: /[?&]page=2/,
    length: 150,
    credentials: { username: "ada", password: GITHUB_TOKEN },
    start: () => startFakeGithub({ orgs: { acme: many }, users: {} }),
  },
  {
    vendor: "dockerhub",
    secondPage: /[?&]page=2/,
    length: 150,
    start: () =>
      startFakeDockerHub({ acme: Object.fromEntries(many.map((name) => [name, "helm"] as const)) }),
  },
  {
    vendor: "gitlab",
    secondPage: /[?&]page=2/,
    length: 150,
    credentials: { username: "ada", password: GITLAB_TOKEN },
    start: () =>
      startFakeGitlab({ groups: ["acme"], projects: [], repositories: many.map((name) => `acme/${name}`) }),
  },
  {
    vendor: "jfrog",
    secondPage: /last=1000/,
    length: 2_500,
    credentials: JFROG_USER,
    start: () =>
      startFakeJfrog(
        { acme: { type: "LOCAL", packageType: "Docker", images: series("chart", 2_500) } },
        { links: true },
      ),
  },
  {
    vendor: "gar",
    secondPage: /pageToken/,
    length: 1_500,
    credentials: { username: "oauth2accesstoken", password: GOOGLE_TOKEN },
    start: () =>
      startFakeArtifactRegistry("registry.example.com", {
        acme: { helm: { format: "DOCKER", packages: series("chart", 1_500) } },
      }),
  },
];

const troubles: readonly (readonly [what: string, fault: Fault, code: RegistryErrorCode])[] = [
  ["401", status(401), "unauthorized"],
  ["403", status(403), "denied"],
  ["429 for ever", rateLimited(null), "rate-limited"],
  ["429 until much later", rateLimited(600), "rate-limited"],
  ["500 for ever", status(500), "unavailable"],
  ["a web page", html(), "bad-response"],
  ["JSON of another kind", () => jsonAnswer(200, { hello: "world" }), "bad-response"],
  ["a list of numbers", () => jsonAnswer(200, [1, 2]), "bad-response"],
  ["a body that breaks off", delivered({ cutAfter: 5 }), "unavailable"],
  ["JSON cut short that claims to be whole", otherBytes((body) => body.subarray(0, 9)), "bad-response"],
  [
    "a body too large that does not say so",
    (answer) => ({ ...answer, body: Buffer.alloc(16 * 1024 * 1024 + 1), delivery: { chunked: true } }),
    "too-large",
  ],
];

for (const { vendor, secondPage, length, credentials = null, start } of subjects) {
  describe(vendor, () => {
    const listerOf = async (t: TestContext): Promise<{ fake: FakeApi; lister: RepositoryLister }> => {
      const fake = await start();
      t.after(() => fake.stop());
      const options = { registry: REGISTRY, api: fake.url, include: INCLUDE, credentials };
      return { fake, lister: hurriedLister(vendor, options) };
    };

    test("is listed whole, each once", async (t) => {
      const { lister } = await listerOf(t);
      const names = await collect(lister.repositories());
      assert.deepEqual([names.length, new Set(names).size], [length, length]);
    });

    for (const [what, fault, code] of troubles) {
      test(`${what} on the second page is ${code}, and never the end`, async (t) => {
        const { fake, lister } = await listerOf(t);
        fake.fail(secondPage, fault);
        const failure = await failureOf(collect(lister.repositories()));
        assert.equal(failure.code, code, failure.message);
        assert.equal(failure.message.includes("?"), false, failure.message);
      });
    }

    test("what passes by itself is not seen", async (t) => {
      const { fake, lister } = await listerOf(t);
      fake.fail(secondPage, status(503), 1);
      assert.equal((await collect(lister.repositories())).length, length);
    });

    test("the first page again for ever is an error", async (t) => {
      const { fake, lister } = await listerOf(t);
      let page: ReturnType<Fault> | null = null;
      fake.fail(/./, (answer, { path }) => {
        if (page === null || !secondPage.test(path)) page = answer;
        return page;
      });
      assert.equal((await failureOf(collect(lister.repositories()))).code, "bad-response");
    });

    test("a redirect to another host brings it neither credentials nor belief", async (t) => {
      const { fake, lister } = await listerOf(t);
      const met: (string | undefined)[] = [];
      const other = createServer((request, response) => {
        met.push(request.headers.authorization);
        response.end("[]");
      });
      await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
      t.after(() => other.close());
      const { port } = other.address() as AddressInfo;
      fake.fail(secondPage, redirect(`http://127.0.0.1:${port}/`));
      const failure = await failureOf(collect(lister.repositories()));
      assert.match(failure.message, /: redirected to another origin, http:\/\/127\.0\.0\.1:\d+$/);
      assert.deepEqual(met, [undefined]);
    });

    test("a listing that is given up ends as cancelled", async (t) => {
      const { fake, lister } = await listerOf(t);
      fake.fail(secondPage, delivered({ delayMs: 5_000 }));
      const stop = new AbortController();
      const listing = failureOf(collect(lister.repositories({ signal: stop.signal })));
      setTimeout(() => stop.abort(), 100);
      assert.equal((await listing).code, "cancelled");
    });

    test("names that are none are reported, and the list goes on", async (t) => {
      const { fake, lister } = await listerOf(t);
      fake.fail(
        secondPage,
        otherBytes((body) =>
          Buffer.from(
            Buffer.from(body).toString().replace("chart-1", "Chart-1").replace("chart-2", "Chart-2"),
          ),
        ),
      );
      const unreadable: string[] = [];
      const names = await collect(lister.repositories({ onUnreadable: (entry) => unreadable.push(entry) }));
      assert.ok(unreadable.length > 0);
      assert.equal(names.length + unreadable.length, length);
    });
  });
}
