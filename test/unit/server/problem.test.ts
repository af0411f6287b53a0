import assert from "node:assert/strict";
import { registerHooks } from "node:module";
import { test } from "node:test";
import { CatalogError } from "#lib/catalog/catalog.ts";
import { RegistryError } from "#lib/oci/errors.ts";

// Next.js resolves this package to an empty module on the server; anywhere else it throws.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "server-only"
      ? { url: "data:text/javascript,", shortCircuit: true }
      : next(specifier, context),
});
const { answer } = await import("#lib/server/problem.ts");

async function answerTo(error: Error): Promise<readonly [status: number, detail: unknown]> {
  const response = await answer(() => Promise.reject(error));
  return [response.status, (await response.json()).detail];
}

test("what the engine or a registry does not give is a problem of its own", async () => {
  assert.equal((await answerTo(new CatalogError("no answer")))[0], 503);
  const slow = new RegistryError("timeout", "The source has not given the archive within 20 s.");
  assert.deepEqual(await answerTo(slow), [502, slow.message]);
});

test("a failure of the catalog that was bundled for pages is known in a route", async () => {
  const [catalog, oci] = await Promise.all([
    import(`${import.meta.resolve("#lib/catalog/catalog.ts")}?pages`),
    import(`${import.meta.resolve("#lib/oci/errors.ts")}?pages`),
  ]);
  assert.notEqual(oci.RegistryError, RegistryError);
  assert.equal((await answerTo(new catalog.CatalogError("no answer")))[0], 503);
  assert.equal((await answerTo(new oci.RegistryError("timeout", "no archive")))[0], 502);
});

test("a defect is not hidden", async () => {
  await assert.rejects(answerTo(new TypeError("a defect")), TypeError);
});
