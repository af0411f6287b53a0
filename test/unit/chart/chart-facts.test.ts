import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readChartFacts } from "#lib/chart/chart-facts.ts";
import { readChart } from "#lib/chart/read-chart.ts";
import { chartArchive } from "#test/support/archive-builder.ts";

const files = {
  "Chart.yaml": [
    "apiVersion: v2",
    "name: redis",
    "version: 1.0.0",
    'appVersion: "7.2.4"',
    'kubeVersion: ">=1.23.0-0"',
    "annotations:",
    "  artifacthub.io/prerelease: maybe",
    "  artifacthub.io/images: |",
    "    - name: exporter",
    "      image: quay.io/oliver006/redis_exporter:v1",
    "",
  ].join("\n"),
  LICENSE:
    "MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of this\nsoftware",
  "README.md": "Fast.\n\n# Redis\n\n## Install *it*\n\nRun `helm`.\n",
  "values.yaml": 'image:\n  repository: docker.io/library/redis\n  tag: ""\n',
  "templates/set.yaml": "---\napiVersion: apps/v1\nkind: StatefulSet\nspec:\n  image: busybox:1.36\n",
  "templates/NOTES.txt": "kind: Nothing\nimage: nothing:1\n",
  "crds/redis.yaml":
    "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec:\n  group: redis.example\n  names:\n    kind: Redis\n    plural: redises\n  versions:\n    - name: v1\n",
};

describe("the facts of a chart", () => {
  const facts = readChart([chartArchive({ name: "redis", files })]).then(readChartFacts);

  test("are its images, with where each is named", async () => {
    assert.deepEqual(
      (await facts).images.map(({ reference, name, origin, place, line }) => [
        reference,
        name,
        origin,
        place,
        line,
      ]),
      [
        ["docker.io/library/redis:7.2.4", "docker.io/library/redis", "values", "image.repository", 2],
        ["busybox:1.36", "busybox", "templates", "templates/set.yaml", 5],
        [
          "quay.io/oliver006/redis_exporter:v1",
          "quay.io/oliver006/redis_exporter",
          "annotation",
          "artifacthub.io/images",
          null,
        ],
      ],
    );
  });

  test("are the kinds it makes and those it adds", async () => {
    const { kinds, crds } = await facts;
    assert.deepEqual(kinds, [{ kind: "StatefulSet", path: "templates/set.yaml", line: 3 }]);
    assert.deepEqual(crds, [
      {
        kind: "Redis",
        group: "redis.example",
        plural: "redises",
        versions: ["v1"],
        origin: "crds",
        path: "crds/redis.yaml",
        line: 2,
      },
    ]);
  });

  test("are licence, Kubernetes range, sections and keys", async () => {
    const { license, kube, sections, valueKeys } = await facts;
    assert.equal(license, "MIT");
    assert.deepEqual(kube, { text: ">=1.23.0-0", from: 10_002_300_000, below: 1e15 });
    assert.deepEqual(sections, [
      { heading: "", anchor: "", text: "Fast." },
      { heading: "Redis", anchor: "redis", text: "" },
      { heading: "Install it", anchor: "install-it", text: "Run helm." },
    ]);
    assert.deepEqual(
      valueKeys.map(({ path }) => path),
      ["image", "image.repository", "image.tag"],
    );
  });

  test("are all there when an annotation is wrong, which is said", async () => {
    const { hub } = await facts;
    assert.equal(hub.prerelease, null);
    assert.equal(hub.images.length, 1);
    assert.deepEqual(hub.invalid, [
      { annotation: "artifacthub.io/prerelease", reason: "is neither true nor false" },
    ]);
  });
});
