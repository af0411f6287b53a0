import { createRepositoryClient } from "#lib/source/repository/repository-client.ts";

/*
 * Reads the chart repository at the address given, counts its releases, and prints how much memory the process took at
 * most beyond what it had before: a process of its own, for the operating system keeps that figure for each.
 */
const client = createRepositoryClient({
  repository: new URL(process.argv[2] ?? ""),
  credentials: null,
  ca: null,
  registryAt: () => null,
});
const before = process.resourceUsage().maxRSS;
let releases = 0;
for await (const chart of client.repositories()) {
  for await (const _ of client.tags(chart)) releases += 1;
}
console.log(JSON.stringify({ releases, growthKilobytes: process.resourceUsage().maxRSS - before }));
await client.close();
