import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConfigProblem } from "#lib/config/config-error.ts";
import { parseConfig } from "#lib/config/parse-config.ts";
import { createRegistrySource, listRepositories } from "#lib/source/registry-source.ts";
import { collect } from "../support/fake-registry-client.ts";
import { HARBOR_ROBOT, startFakeHarbor } from "../support/vendors/fake-harbor.ts";

const LINES = {
  "a source that says what it is": ["vendor: harbor"],
  "a source that is recognised": [],
} as const;

for (const [what, lines] of Object.entries(LINES)) {
  test(`${what} is listed in its vendor's way, through its globs`, async (t) => {
    const fake = await startFakeHarbor({
      version: "2.12",
      projects: {
        team: {
          public: false,
          repositories: { "team/redis": "chart", "team/old": "chart", "team/web": "image" },
        },
        other: { public: true, repositories: { "other/chart": "chart" } },
      },
    });
    const text = [
      "sources:",
      "  - name: harbor",
      `    registry: ${fake.url.origin}`,
      "    plainHttp: true",
      '    include: ["team/**"]',
      '    exclude: ["team/old"]',
      `    credentials: { username: ${HARBOR_ROBOT.username}, password: ${HARBOR_ROBOT.password} }`,
      ...lines.map((line) => `    ${line}`),
    ].join("\n");
    const parsed = parseConfig({ text, fileName: "chartroom.yaml", env: {}, readText: () => "" });
    const problems: readonly ConfigProblem[] = "problems" in parsed ? parsed.problems : [];
    assert.deepEqual(problems, []);
    const config = "sources" in parsed ? parsed.sources[0] : undefined;
    assert.ok(config?.kind === "registry");
    const source = createRegistrySource(config);
    t.after(async () => {
      await source.client.close();
      await fake.stop();
    });
    assert.deepEqual(await collect(listRepositories(source)), ["team/redis"]);
  });
}
