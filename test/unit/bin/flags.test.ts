import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readFlags, type Usage } from "#bin/flags.ts";
import { StartError } from "#bin/start-error.ts";

const USAGE: Usage = {
  command: "npm start",
  summary: "Runs it.",
  flags: ["registry", "config", "port", "host", "data"],
};

describe("the command line", () => {
  test("says the same as the environment, and outweighs it", () => {
    const env = readFlags(["--port", "8080", "--host=0.0.0.0", "--data", "/tmp/x"], USAGE, {
      PORT: "3000",
      LANG: "C",
    });
    assert.deepEqual(env, { PORT: "8080", HOST: "0.0.0.0", CHARTROOM_DATA: "/tmp/x", LANG: "C" });
  });

  test("names registries, however many, and then no file is read", () => {
    const args = ["--registry", "https://a.example", "--registry", "https://b.example"];
    assert.deepEqual(readFlags(args, USAGE, { CHARTROOM_CONFIG: "old.yaml" }), {
      CHARTROOM_CONFIG: undefined,
      CHARTROOM_REGISTRY: "https://a.example,https://b.example",
    });
  });

  test("names a file, and then no registries of the environment are read", () => {
    assert.deepEqual(
      readFlags(["--config", "new.yaml"], USAGE, { CHARTROOM_REGISTRY: "https://a.example" }),
      {
        CHARTROOM_CONFIG: "new.yaml",
        CHARTROOM_REGISTRY: undefined,
      },
    );
  });

  for (const [args, message] of [
    [["--prot", "80"], /^--prot is not possible here; did you mean --port\?\n/],
    [["--colour"], /^--colour is not possible here\n/],
    [["https://a.example"], /^`https:\/\/a\.example` is not expected here\n/],
    [["--port"], /^--port needs a value: --port PORT\n/],
    [["--registry", "https://a.example", "--config", "x.yaml"], /^use one of --registry and --config\n/],
  ] as const) {
    test(`\`${args.join(" ")}\` is refused with what is possible, and exit code 2`, () => {
      assert.throws(
        () => readFlags(args, USAGE, {}),
        (error) => {
          assert.ok(error instanceof StartError);
          assert.match(error.message, message);
          assert.match(error.message, /--registry URL.*\n.*--config FILE/);
          assert.equal(error.exitCode, 2);
          return true;
        },
      );
    });
  }

  test("knows the flags of its own command alone", () => {
    assert.throws(
      () => readFlags(["--port", "80"], { ...USAGE, flags: ["data"] }, {}),
      /--port is not possible here/,
    );
  });
});
