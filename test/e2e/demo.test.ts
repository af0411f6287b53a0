import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { findFreePort } from "#bin/ports.ts";
import { waitFor } from "../support/product.ts";
import { openPage } from "./support/browser.ts";

const READY_MS = 60_000;
const END_MS = 15_000;

test("npm run demo: a chart is found, opened, read, and one Ctrl-C ends all of it", async (t) => {
  const data = await mkdtemp(join(tmpdir(), "demo-"));
  const port = await findFreePort();
  // A group of its own, as a terminal gives it: Ctrl-C reaches npm and everything below.
  const npm = spawn("npm", ["run", "demo"], {
    cwd: join(import.meta.dirname, "../.."),
    env: { ...process.env, PORT: String(port), CHARTROOM_DATA: data },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  for (const stream of [npm.stdout, npm.stderr]) stream.on("data", (chunk) => (output += chunk));
  const ended = once(npm, "exit");
  t.after(async () => {
    if (npm.exitCode === null && npm.signalCode === null) process.kill(-(npm.pid ?? 0), "SIGKILL");
    await ended;
    await rm(data, { recursive: true, force: true });
  });

  const url = `http://127.0.0.1:${port}`;
  await waitFor("the demo to be ready", READY_MS, async () => {
    assert.equal(npm.exitCode, null, output);
    return output.includes(`Chartroom is ready: ${url}`);
  });
  const { page, assertQuiet } = await openPage(t, {}, url);
  await page.goto("/");
  await page.getByRole("combobox", { name: "Search charts" }).fill("redis");
  await page.waitForURL("**/?q=redis");
  await page.locator("#hits h2").first().getByText("redis", { exact: true }).click();
  await page.waitForURL("**/charts/demo/data/redis");
  await page.locator("summary").filter({ hasText: "Version" }).click();
  await page
    .getByRole("navigation", { name: "Versions" })
    .getByRole("link", { name: /^8\.4\.1/ })
    .click();
  await page.waitForURL("**/charts/demo/data/redis@8.4.1");
  await page.getByRole("link", { name: /^Values/ }).click();
  await page.getByRole("searchbox", { name: "Find a key or a word" }).fill("replicacount");
  await page.locator("#values").getByText("replicaCount").first().waitFor();
  assertQuiet();

  process.kill(-(npm.pid ?? 0), "SIGINT");
  await Promise.race([
    ended,
    waitFor("the demo to end", END_MS, async () => npm.exitCode !== null || npm.signalCode !== null),
  ]);
  await assert.rejects(fetch(url), "something still answers");
});
