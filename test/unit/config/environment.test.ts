import assert from "node:assert/strict";
import path from "node:path";
import { describe, test } from "node:test";
import { type Environment, formatOrigin, parseEnvironment } from "#lib/config/environment.ts";

const messagesOf = (env: Environment) => parseEnvironment(env).problems.map(({ message }) => message);

describe("the environment", () => {
  test("has a default for everything, and an empty variable is an unset one", () => {
    const defaults = {
      settings: {
        dataFolder: path.resolve("data"),
        contentBytes: 10 * 2 ** 30,
        host: "127.0.0.1",
        port: 3000,
        publicUrl: "http://127.0.0.1:3000",
        meili: null,
        adminToken: null,
        readmeImages: "proxy",
        requests: { perMinute: 600, trustedProxies: 0, crossOrigin: false },
        logLevel: "info",
      },
      problems: [],
    };
    assert.deepEqual(parseEnvironment({}), defaults);
    const empty = {
      PORT: "",
      HOST: "",
      CHARTROOM_DATA: "",
      CHARTROOM_URL: "",
      MEILI_URL: "",
      MEILI_MASTER_KEY: "",
      CHARTROOM_ADMIN_TOKEN: "",
      CHARTROOM_RATE_LIMIT: "",
      CHARTROOM_TRUSTED_PROXIES: "",
      CHARTROOM_CROSS_ORIGIN: "",
      LOG_LEVEL: "",
    };
    assert.deepEqual(parseEnvironment(empty), defaults);
  });

  test("is taken at its word", () => {
    const { settings, problems } = parseEnvironment({
      PORT: "8080",
      HOST: "0.0.0.0",
      CHARTROOM_DATA: "/var/lib/chartroom",
      CHARTROOM_CONTENT_SIZE: "500MiB",
      CHARTROOM_URL: "https://charts.example.com/",
      MEILI_URL: "http://meili.example.com:7700/",
      MEILI_MASTER_KEY: "k".repeat(16),
      CHARTROOM_ADMIN_TOKEN: "t".repeat(16),
      CHARTROOM_README_IMAGES: "none",
      CHARTROOM_RATE_LIMIT: "0",
      CHARTROOM_TRUSTED_PROXIES: "2",
      CHARTROOM_CROSS_ORIGIN: "allow",
      LOG_LEVEL: "debug",
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(settings, {
      dataFolder: "/var/lib/chartroom",
      contentBytes: 500 * 2 ** 20,
      host: "0.0.0.0",
      port: 8080,
      publicUrl: "https://charts.example.com",
      meili: { url: "http://meili.example.com:7700", key: "k".repeat(16) },
      adminToken: "t".repeat(16),
      readmeImages: "none",
      requests: { perMinute: null, trustedProxies: 2, crossOrigin: true },
      logLevel: "debug",
    });
  });

  test("names every problem at once, and no value", () => {
    const env = {
      PORT: "hunter2",
      HOST: "hunter2!",
      CHARTROOM_CONTENT_SIZE: "hunter2",
      CHARTROOM_URL: "https://hunter2.example.com/charts",
      MEILI_URL: "hunter2:7700",
      CHARTROOM_ADMIN_TOKEN: "hunter2",
      CHARTROOM_README_IMAGES: "hunter2",
      CHARTROOM_RATE_LIMIT: "hunter2",
      CHARTROOM_TRUSTED_PROXIES: "11",
      CHARTROOM_CROSS_ORIGIN: "hunter2",
      LOG_LEVEL: "hunter2",
    };
    const { problems } = parseEnvironment(env);
    assert.deepEqual(
      problems.map(({ message }) => message.split(" ")[0]),
      [
        ...["HOST", "PORT", "MEILI_URL", "CHARTROOM_CONTENT_SIZE", "CHARTROOM_URL", "CHARTROOM_ADMIN_TOKEN"],
        ...[
          "CHARTROOM_README_IMAGES",
          "CHARTROOM_RATE_LIMIT",
          "CHARTROOM_TRUSTED_PROXIES",
          "CHARTROOM_CROSS_ORIGIN",
          "LOG_LEVEL",
        ],
      ],
    );
    for (const problem of problems) {
      assert.equal(problem.place, "environment");
      assert.notEqual(problem.remedy, "");
    }
    assert.doesNotMatch(JSON.stringify(problems), /hunter2/);
  });

  for (const port of ["0", "65536", "-1", "80.5", "1e3", " 80"]) {
    test(`PORT=${JSON.stringify(port)} is refused`, () => assert.equal(messagesOf({ PORT: port }).length, 1));
  }
  for (const size of ["20", "20GB", "20gib", "1.5GiB", "199MiB", "-1GiB", "1234567MiB"]) {
    test(`CHARTROOM_CONTENT_SIZE=${size} is refused`, () =>
      assert.equal(messagesOf({ CHARTROOM_CONTENT_SIZE: size }).length, 1));
  }
  test("archives may take as much as there is", () => {
    assert.equal(parseEnvironment({ CHARTROOM_CONTENT_SIZE: "0" }).settings.contentBytes, null);
    assert.equal(parseEnvironment({ CHARTROOM_CONTENT_SIZE: "2TiB" }).settings.contentBytes, 2 * 2 ** 40);
  });
  test("a key for a search engine that is not named is refused", () => {
    assert.deepEqual(messagesOf({ MEILI_MASTER_KEY: "k".repeat(16) }), [
      "MEILI_MASTER_KEY is set, MEILI_URL is not",
    ]);
  });
});

test("what listens everywhere is reached at the loopback address", () => {
  assert.equal(formatOrigin("0.0.0.0", 80), "http://127.0.0.1:80");
  assert.equal(formatOrigin("::", 80), "http://[::1]:80");
  assert.equal(formatOrigin("::1", 3000), "http://[::1]:3000");
  assert.equal(formatOrigin("charts.example.com", 3000), "http://charts.example.com:3000");
});
