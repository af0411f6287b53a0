import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createLog, formatLogLine } from "#lib/support/log.ts";

function record(isTTY: boolean) {
  const written: string[] = [];
  const log = createLog({ level: "info", name: "indexer" }, { isTTY, write: (text) => written.push(text) });
  return { log, written };
}

describe("the log", () => {
  test("writes one JSON line an event, with what it is about as fields", () => {
    const { log, written } = record(false);
    log.info({ source: "acme", duration_ms: 12 }, "source read\nwhole");
    log.error({ err: new Error("refused") }, "source failed");
    const [info, error] = written.map((line) => {
      assert.match(line, /^[^\n]+\n$/);
      return JSON.parse(line);
    });
    assert.match(info.time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.deepEqual(
      { ...info, time: "" },
      {
        level: "info",
        time: "",
        name: "indexer",
        source: "acme",
        duration_ms: 12,
        msg: "source read\nwhole",
      },
    );
    assert.equal(error.level, "error");
    assert.equal(error.err.message, "refused");
  });

  test("leaves out what is below its level", () => {
    const { log, written } = record(false);
    log.debug({}, "detail");
    assert.deepEqual(written, []);
  });

  test("writes for people on a terminal", () => {
    const { log, written } = record(true);
    log.info({ source: "acme", duration_ms: 12, example: "a b" }, "source read");
    log.warn({ err: new Error("refused") }, "source failed");
    assert.deepEqual(
      written.map((line) => line.replace(/^\d\d:\d\d:\d\d/, "12:00:00")),
      [
        '12:00:00 indexer: source read  source=acme  duration_ms=12  example="a b"\n',
        "12:00:00 warn indexer: source failed  (refused)\n",
      ],
    );
  });
});

test("nothing in an event speaks to the terminal", () => {
  const event = {
    level: "warn",
    name: "web",
    msg: "a\u001b]0;b\u0007\r\nc",
    where: "\u001b[2Jd",
    err: { message: "\u202ee" },
  };
  const line = formatLogLine(JSON.stringify({ time: "2026-11-22T12:00:00.000Z", ...event }));
  assert.equal(line, "12:00:00 warn web: a ]0;b c  ( e)  where= [2Jd\n");
});

test("what is no event of the log is left as it is", () => {
  for (const line of ["▲ Next.js\n", "{}\n", "null\n", '{"level":"info"}\n', ""])
    assert.equal(formatLogLine(line), line);
});
