import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { availableLeash, type Leash } from "#bin/supervisor/spawn-leashed.ts";
import { createSupervisor, type Part } from "#bin/supervisor/supervisor.ts";
import type { Log } from "#lib/support/log.ts";
import { isAlive, until, untilGone } from "#test/support/running-processes.ts";

const LEASHES: readonly Leash[] = availableLeash() === "kernel" ? ["kernel", "wrapper"] : ["wrapper"];

/** A part that runs JavaScript, and by default says its process id and stays. */
function scriptPart(name: string, script = "console.log(process.pid); setInterval(() => {}, 1000)"): Part {
  return { name, command: [process.execPath, "-e", script], env: process.env, output: () => "info" };
}

interface Event {
  readonly name: string;
  readonly level: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

function recordLog() {
  const events: Event[] = [];
  const logOf = (name: string): Log => {
    const write = (level: string) => (fields: Event["fields"], message: string) =>
      void events.push({ name, level, message, fields });
    return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
  };
  /** The process ids a part has said so far. */
  const pidsOf = (name: string) =>
    events.filter((event) => event.name === name).map(({ message }) => Number(message));
  return { events, logOf, pidsOf };
}

const neverGivesUp = (part: Part) => assert.fail(`${part.name} was given up`);

for (const leash of LEASHES) {
  describe(`a supervisor whose parts are held by the ${leash}`, () => {
    test("starts a part that was killed again, and says so", async () => {
      const { events, logOf, pidsOf } = recordLog();
      const supervisor = createSupervisor({ logOf, leash, onGiveUp: neverGivesUp });
      supervisor.start(scriptPart("web"));
      try {
        await until("it runs", () => pidsOf("web").length === 1);
        process.kill(pidsOf("web")[0] ?? 0, "SIGKILL");
        await until("it runs again", () => pidsOf("web").length === 2);
        const [first, second] = pidsOf("web");
        assert.ok(!isAlive(first));
        assert.ok(isAlive(second));
        const [told] = events.filter(({ name }) => name === "chartroom");
        assert.equal(told?.level, "warn");
        assert.equal(told?.message, "web died: starting it again");
        assert.equal(told?.fields.delay_ms, 250);
      } finally {
        await supervisor.stop();
      }
      await untilGone(pidsOf("web"));
    });

    test("gives up a part that dies five times within a minute", async () => {
      const { events, logOf } = recordLog();
      const givenUp = Promise.withResolvers<string>();
      const supervisor = createSupervisor({ logOf, leash, onGiveUp: ({ name }) => givenUp.resolve(name) });
      supervisor.start(scriptPart("web", "process.exit(3)"));
      assert.equal(await givenUp.promise, "web");
      await supervisor.stop();
      assert.deepEqual(
        events.map(({ level, fields }) => [level, fields.reason, fields.delay_ms]),
        [
          ["warn", "exit code 3", 250],
          ["warn", "exit code 3", 500],
          ["warn", "exit code 3", 1_000],
          ["warn", "exit code 3", 2_000],
          ["error", "exit code 3", undefined],
        ],
      );
    });

    test("stops the last part first, and kills what does not listen", async () => {
      const { events, logOf, pidsOf } = recordLog();
      const supervisor = createSupervisor({ logOf, leash, onGiveUp: neverGivesUp, graceMs: 500 });
      const polite = (name: string) =>
        scriptPart(
          name,
          `console.log(process.pid); setInterval(() => {}, 1000);
           process.on("SIGTERM", () => { console.log("0"); process.exit() })`,
        );
      supervisor.start(polite("engine"));
      supervisor.start(
        scriptPart(
          "deaf",
          `process.on("SIGTERM", () => {}); console.log(process.pid); setInterval(() => {}, 1000)`,
        ),
      );
      supervisor.start(polite("web"));
      await until("all run", () => ["engine", "deaf", "web"].every((name) => pidsOf(name).length === 1));
      const pids = ["engine", "deaf", "web"].flatMap(pidsOf);
      await supervisor.stop();
      await untilGone(pids);
      const goodbyes = events.filter(({ message }) => message === "0").map(({ name }) => name);
      assert.deepEqual(goodbyes, ["web", "engine"]);
      assert.equal(events.filter(({ name }) => name === "chartroom").length, 0);
    });

    test("ends what a part has started with the part", async () => {
      const { logOf, pidsOf } = recordLog();
      const supervisor = createSupervisor({ logOf, leash, onGiveUp: neverGivesUp });
      const script = `const child = require("node:child_process").spawn("sleep", ["60"]);
        console.log(process.pid); console.log(child.pid); setInterval(() => {}, 1000)`;
      supervisor.start(scriptPart("web", script));
      await until("both run", () => pidsOf("web").length === 2);
      await supervisor.stop();
      await untilGone(pidsOf("web"));
    });
  });
}
