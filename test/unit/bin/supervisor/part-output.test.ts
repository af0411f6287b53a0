import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { test } from "node:test";
import { forwardOutput } from "#bin/supervisor/part-output.ts";
import type { Log } from "#lib/support/log.ts";

const EVENT = '{"level":"warn","time":"2026-01-02T03:04:05.678Z","name":"web","source":"acme","msg":"slow"}';

async function forward(isTTY: boolean): Promise<string[]> {
  const seen: string[] = [];
  const write = (level: string) => (_fields: object, message: string) =>
    void seen.push(`${level}: ${message}`);
  const log: Log = { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
  const stdout = Readable.from([`hello\n${EVENT.slice(0, 9)}`, `${EVENT.slice(9)}\n\n`]);
  const stderr = Readable.from(["oh no\n"]);
  forwardOutput({ stdout, stderr }, log, (_line, stream) => (stream === "stderr" ? "error" : "debug"), {
    isTTY,
    write: (text) => seen.push(text),
  });
  await Promise.all([finished(stdout), finished(stderr)]);
  await new Promise(setImmediate);
  return seen.toSorted();
}

test("each line of a part is one event; one that is an event already stays as it is", async () => {
  assert.deepEqual(await forward(false), ["debug: hello", "error: oh no", `${EVENT}\n`]);
});

test("on a terminal, events are written for people", async () => {
  assert.deepEqual(await forward(true), [
    "03:04:05 warn web: slow  source=acme\n",
    "debug: hello",
    "error: oh no",
  ]);
});
