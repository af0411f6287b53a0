import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { RepositoryTurns } from "#lib/indexer/repository-turns.ts";
import { repositoryName } from "../../support/fake-registry-client.ts";

test("one at a time in a repository, in order; others are not held up", async () => {
  const turns = new RepositoryTurns();
  const redis = repositoryName("data/redis");
  const taken: string[] = [];
  const first = await turns.take(redis);
  const second = turns.take(redis).then((end) => {
    taken.push("second");
    return end;
  });
  const third = turns.take(redis).then((end) => {
    taken.push("third");
    return end;
  });
  (await turns.take(repositoryName("data/etcd")))();
  await pause(5);
  assert.deepEqual(taken, []);
  first();
  const endSecond = await second;
  await pause(5);
  assert.deepEqual(taken, ["second"]);
  endSecond();
  (await third)();
  assert.deepEqual(taken, ["second", "third"]);
});
