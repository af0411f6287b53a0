import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { after, before, describe, test } from "node:test";
import { findFreePort } from "#bin/ports.ts";

const BIN = path.resolve(import.meta.dirname, "../../bin");

/** Runs a command to its end. */
async function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [path.join(BIN, command), ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { code, out, err };
}

describe("a command that cannot start", () => {
  let folder = "";
  let data = "";
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "chartroom-start-"));
    data = path.join(folder, "data");
  });
  after(() => rm(folder, { recursive: true }));

  for (const command of ["chartroom.ts", "web.ts", "indexer.ts", "demo.ts"]) {
    test(`${command} says what is possible`, async () => {
      const help = await run(command, ["--help"]);
      assert.equal(help.code, 0);
      assert.match(help.out, /^npm (start|run \w+) \[-- FLAGS\]\n(.*\n)+ +--data FOLDER/);
      const wrong = await run(command, ["--dta", data]);
      assert.equal(wrong.code, 2);
      assert.equal(wrong.err, `--dta is not possible here; did you mean --data?\n\n${help.out}`);
    });
  }

  test("tells all problems of its configuration at once, and starts nothing", async () => {
    const file = path.join(folder, "chartroom.yaml");
    await writeFile(file, "sources:\n  - name: acme\n    registry: http://a.example\n    colour: red\n");
    const { code, err } = await run("chartroom.ts", ["--config", file, "--data", data, "--port", "http"]);
    assert.equal(code, 1);
    assert.match(err, /^Chartroom is not started; its configuration has 3 problems:\n/);
    for (const place of [`${file}:3:15: http://`, `${file}:4:5: \`colour\``, "environment: PORT"]) {
      assert.ok(err.includes(place), `${place} in ${err}`);
    }
    assert.ok(!existsSync(data));
  });

  for (const [command, args, typed] of [
    ["chartroom.ts", ["--registry", "https://a.example"], "npm start"],
    ["demo.ts", [], "npm run demo"],
  ] as const) {
    test(`${command} says that its port is in use and how to take another, and starts nothing`, async () => {
      const server = createServer().listen(0, "127.0.0.1");
      await once(server, "listening");
      const { port } = server.address() as AddressInfo;
      const { code, err } = await run(command, [...args, "--data", data, "--port", String(port)]);
      server.close();
      assert.equal(code, 1);
      assert.match(
        err,
        new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is in use\\. Take another one: PORT=\\d+ ${typed}\n$`),
      );
      assert.ok(!existsSync(data));
    });
  }

  for (const command of ["web.ts", "indexer.ts"]) {
    test(`${command} says that it needs a search engine`, async () => {
      const { code, err } = await run(command, ["--registry", "https://a.example", "--data", data]);
      assert.equal(code, 1);
      assert.match(err, /needs? MEILI_URL and MEILI_MASTER_KEY; `npm start` brings its own/);
      assert.ok(!existsSync(data));
    });
  }

  test("says that its data folder cannot be written", async () => {
    const file = path.join(folder, "file");
    await writeFile(file, "");
    const { code, err } = await run("chartroom.ts", [
      "--registry",
      "https://a.example",
      "--data",
      file,
      "--port",
      String(await findFreePort()),
    ]);
    assert.equal(code, 1);
    assert.equal(
      err,
      `The data folder ${file} cannot be written (EEXIST). Set CHARTROOM_DATA to one that can.\n`,
    );
  });
});
