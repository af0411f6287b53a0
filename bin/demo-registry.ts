import { once } from "node:events";
import { startLayoutRegistry } from "#demo/layout-registry.ts";
import { runEntry } from "./run-entry.ts";

// The demo's registry as a process of its own: node bin/demo-registry.ts FOLDER PORT

await runEntry(async (stop) => {
  const [folder = "", port = ""] = process.argv.slice(2);
  const registry = await startLayoutRegistry({ folder, port: Number(port) });
  if (!stop.aborted) await once(stop, "abort");
  await registry.close();
});
