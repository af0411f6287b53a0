import { startMeilisearch } from "../test/support/meilisearch.ts";
const m = await startMeilisearch("/tmp/i4m-keep");
console.log(m.pid());
setTimeout(() => process.exit(0), 3600_000);
process.on("SIGTERM", () => process.exit(0));
