import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { describe, type TestContext, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { availableLeash, type Leash } from "#bin/supervisor/spawn-leashed.ts";
import { isAlive, until, untilGone } from "#test/support/running-processes.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const LEASHES: readonly Leash[] = availableLeash() === "kernel" ? ["kernel", "wrapper"] : ["wrapper"];

const PATIENT = "console.log(process.pid); setInterval(() => {}, 1000)";
const SLOW = `process.on("SIGTERM", () => setTimeout(() => process.exit(), 200)); ${PATIENT}`;
const DEAF = `process.on("SIGTERM", () => {}); ${PATIENT}`;

/** A command that supervises two parts of this script. It says its process id, then each part does. */
function commandWith(script: string, leash: Leash): readonly string[] {
  const program = `
    import { once } from "node:events";
    import { runEntry } from "#bin/run-entry.ts";
    import { createSupervisor } from "#bin/supervisor/supervisor.ts";
    const log = { debug() {}, info() {}, warn: console.error, error: console.error };
    const part = { name: "part", command: [process.execPath, "-e", ${JSON.stringify(script)}], env: {}, output: "inherit" };
    console.log(process.pid);
    await runEntry(async (stop) => {
      const supervisor = createSupervisor({ logOf: () => log, leash: ${JSON.stringify(leash)}, onGiveUp() {} });
      supervisor.start(part);
      supervisor.start(part);
      await once(stop, "abort");
      await supervisor.stop();
    });`;
  return [process.execPath, "--input-type=module", "-e", program];
}

interface Running {
  readonly child: ChildProcess;
  /** Of the supervisor and its parts. */
  readonly pids: readonly number[];
  readonly ended: Promise<readonly unknown[]>;
}

/** What is still there when the test ends is killed. */
async function start(
  context: TestContext,
  [program = "", ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Running> {
  const child = spawn(program, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "inherit"] });
  const pids: number[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => pids.push(Number(line)));
  context.after(() => {
    for (const pid of pids.filter(isAlive)) process.kill(pid, "SIGKILL");
  });
  const ended = once(child, "exit");
  await until("both parts run", () => pids.length === 3);
  return { child, pids, ended };
}

for (const leash of LEASHES) {
  describe(`nothing stays behind (parts held by the ${leash})`, () => {
    const env = { ...process.env, npm_lifecycle_event: undefined };

    for (const [signal, code] of [
      ["SIGINT", 0],
      ["SIGTERM", 0],
      ["SIGHUP", 0],
      ["SIGKILL", null],
    ] as const) {
      test(`after ${signal}`, async (context) => {
        const { child, pids, ended } = await start(context, commandWith(PATIENT, leash), env);
        child.kill(signal);
        assert.deepEqual(await ended, [code, code === null ? signal : null]);
        await untilGone(pids);
      });
    }

    test("after Ctrl-C that npm passes on as well, and the parts end in peace", async (context) => {
      const { child, pids, ended } = await start(context, commandWith(SLOW, leash), env);
      child.kill("SIGINT");
      await pause(50);
      child.kill("SIGINT");
      assert.deepEqual(await ended, [0, null]);
      await untilGone(pids);
    });

    test("after a second Ctrl-C, though the parts do not listen", async (context) => {
      const { child, pids, ended } = await start(context, commandWith(DEAF, leash), env);
      child.kill("SIGINT");
      await pause(1_000);
      assert.ok(pids.every(isAlive));
      child.kill("SIGINT");
      assert.deepEqual(await ended, [130, null]);
      await untilGone(pids);
    });

    test("after npm was killed", async (context) => {
      const npm = [
        process.execPath,
        "-e",
        'require("node:child_process").spawn(process.argv[1], process.argv.slice(2), { stdio: "inherit" })',
      ];
      const { child, pids, ended } = await start(context, [...npm, ...commandWith(PATIENT, leash)], {
        ...env,
        npm_lifecycle_event: "start",
      });
      child.kill("SIGKILL");
      await ended;
      await untilGone(pids);
    });
  });
}
