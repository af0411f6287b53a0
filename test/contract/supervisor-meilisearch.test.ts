import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { type EmbeddedMeilisearch, prepareMeilisearch } from "#bin/embedded-meilisearch.ts";
import { availableLeash } from "#bin/supervisor/spawn-leashed.ts";
import { createSupervisor, type Supervisor } from "#bin/supervisor/supervisor.ts";
import { waitUntilAnswers } from "#bin/wait-until-answers.ts";

const LIMIT_MS = 30_000;

describe("the search engine that Chartroom brings along", () => {
  const never = new AbortController().signal;
  const lines: string[] = [];
  let folder = "";
  let engine: EmbeddedMeilisearch;
  let supervisor: Supervisor;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "chartroom-engine-"));
    const write = (_fields: object, message: string) => void lines.push(message);
    supervisor = createSupervisor({
      logOf: () => ({ debug: write, info: write, warn: write, error: write }),
      leash: availableLeash(),
      onGiveUp: () => assert.fail("it was given up"),
    });
    engine = await prepareMeilisearch(folder, {
      ...process.env,
      MEILI_CONFIG_FILE_PATH: "/nonexistent",
      MEILI_SSL_CERT_PATH: "/nonexistent",
    });
    supervisor.start(engine.part);
    await waitUntilAnswers(`${engine.url}/health`, LIMIT_MS, never);
  });
  after(async () => {
    await supervisor.stop();
    await rm(folder, { recursive: true });
  });

  const ask = async (key: string) => {
    const response = await fetch(`${engine.url}/version`, { headers: { authorization: `Bearer ${key}` } });
    return { status: response.status, body: await response.text() };
  };
  const answers = () =>
    fetch(`${engine.url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );

  test("listens on the loopback interface, for those who have the key", async () => {
    assert.match(engine.url, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal((await ask("wrong")).status, 403);
    const { status, body } = await ask(engine.key);
    assert.equal(status, 200);
    const { pkgVersion } = JSON.parse(body);
    assert.ok((await stat(path.join(folder, `meilisearch-${pkgVersion}`, "index"))).isDirectory());
  });

  test("has a key nobody else can read, and not from the list of processes either", async () => {
    const file = path.join(folder, "meilisearch.key");
    assert.equal((await readFile(file, "utf8")).trim(), engine.key);
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.ok(engine.key.length >= 32);
    assert.ok(!engine.part.command.join(" ").includes(engine.key));
  });

  test("has bounded memory and reports to nobody", () => {
    const command = engine.part.command.join(" ");
    assert.match(command, /--max-indexing-memory 1GiB/);
    assert.match(command, /--no-analytics/);
  });

  test("is alone on its folder", async () => {
    await assert.rejects(prepareMeilisearch(folder, process.env), /Another Chartroom uses the folder/);
    assert.equal((await ask(engine.key)).status, 200);
  });

  test("comes back at the same address with the same key after it was killed", async () => {
    const pid = await findProcess(folder);
    process.kill(pid, "SIGKILL");
    for (let waited = 0; await answers(); waited++) assert.ok(waited < 1_000, "it was not killed");
    await waitUntilAnswers(`${engine.url}/health`, LIMIT_MS, never);
    assert.equal((await ask(engine.key)).status, 200);
    assert.ok(lines.includes("meilisearch died: starting it again"));
  });
});

/** The process that has this text in its command line (proc(5)); there must be exactly one. */
async function findProcess(text: string): Promise<number> {
  const ids = (await readdir("/proc")).filter((entry) => /^\d+$/.test(entry));
  const found = await Promise.all(
    ids.map(async (id) => (await readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "")).includes(text)),
  );
  const [id, ...others] = ids.filter((_, index) => found[index]);
  assert.deepEqual(others, []);
  return Number(id);
}
