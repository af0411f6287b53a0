import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readHubAnnotations } from "#lib/chart/hub-annotations.ts";
import { type ChartImage, chartImagesOf } from "#lib/chart/images/chart-images.ts";
import { installedCharts } from "#lib/chart/installed-charts.ts";
import { parseChartMetadata } from "#lib/chart/parse-metadata.ts";
import { templateTexts } from "#lib/chart/templates/template-texts.ts";
import { readValues } from "#lib/chart/values/read-values.ts";

function imagesOf({ values = "", template = "", annotations = {} }): readonly ChartImage[] {
  const metadata = {
    ...parseChartMetadata('name: demo\nversion: 1.0.0\nappVersion: "2.5.0"\n'),
    annotations,
  };
  const text = (path: string, content: string) => ({ path, text: content, utf8: true });
  const templates = templateTexts([text("templates/a.yaml", template)]);
  const { keys } = readValues(values);
  const content = { metadata, values: text("values.yaml", values) };
  return chartImagesOf(installedCharts(content, keys, []), templates, readHubAnnotations(annotations));
}

function referencesOf(chart: Parameters<typeof imagesOf>[0]): readonly string[] {
  return imagesOf(chart).map(({ reference }) => reference);
}

const SHA = "ab".repeat(32);

describe("images in values", () => {
  const shapes: readonly (readonly [what: string, yaml: string, references: readonly string[]])[] = [
    ["in parts", "image:\n  repository: quay.io/a/b\n  tag: v1\n", ["quay.io/a/b:v1"]],
    [
      "with a registry",
      "image: {registry: docker.io, repository: bitnami/redis, tag: '7'}",
      ["docker.io/bitnami/redis:7"],
    ],
    ["with image for the name", "image: {registry: r.io, image: a/b, tag: v1}", ["r.io/a/b:v1"]],
    ["with name for the name", "image: {name: jupyterhub/hub, tag: '1'}", ["jupyterhub/hub:1"]],
    ["with a digest", `image: {repository: a/b, tag: v1, digest: "sha256:${SHA}"}`, [`a/b:v1@sha256:${SHA}`]],
    [
      "with a digest called sha",
      `image: {repository: a/b, tag: v1, sha: "${SHA}"}`,
      [`a/b:v1@sha256:${SHA}`],
    ],
    ["under another name", "web:\n  repository: a/b\n  pullPolicy: Always\n", ["a/b"]],
    ["in one", 'image: "redis:7.2"', ["redis:7.2"]],
    ["in one, with a port", "image: localhost:5000/a/b", ["localhost:5000/a/b"]],
    ["in one, named for what it does", "sidecar: {logImage: fluent/fluent-bit:3}", ["fluent/fluent-bit:3"]],
    [
      "with the tag beside",
      "image: gitlab/gitlab-ce\nimageTag: 8.13.3-ce.0\n",
      ["gitlab/gitlab-ce:8.13.3-ce.0"],
    ],
    ["with the tag beside, named for what it does", "x: {ui: a/ui, uiTag: v2}", ["a/ui:v2"]],
    ["with a number for a tag", "image: {repository: a/b, tag: 1.10}", ["a/b:1.10"]],
    ["with an empty tag", 'image: {repository: a/b, tag: ""}', ["a/b:2.5.0"]],
    ["with no tag but its key", "image:\n  repository: a/b\n  tag:\n", ["a/b:2.5.0"]],
    [
      "with words for the default",
      'image:\n  repository: a/b\n  # -- Tag\n  # @default -- of the app\n  tag: ""\n',
      ["a/b:2.5.0"],
    ],
    [
      "with the app's version for a tag",
      'image: {repository: a/b, tag: "{{ .Chart.AppVersion }}"}',
      ["a/b:2.5.0"],
    ],
    ["without a tag", "image: {repository: a/b}", ["a/b"]],
    ["with a tag in the name", "image: {repository: 'a/b:v3', tag: v1}", ["a/b:v3"]],
    [
      "with a registry for all",
      "global: {imageRegistry: m.io}\nimage: {registry: docker.io, repository: a/b}",
      ["m.io/a/b"],
    ],
    [
      "with a registry for all that have none",
      "defaultRegistry: cr.io/l\nimage: {name: web, tag: v1}",
      ["cr.io/l/web:v1"],
    ],
    ["with a host of their own", "global: {imageRegistry: m.io}\nimage: quay.io/a/b:1", ["quay.io/a/b:1"]],
    ["in a list", "init:\n  - name: wait\n    image: busybox:1.36\n", ["busybox:1.36"]],
    ["that are templates", 'image: "{{ .Values.global.image }}"', []],
    [
      "that are none",
      "image: {}\nshowImage: true\nlogoImage: a/b.png\nimagePullSecrets: []\npullImage: always",
      [],
    ],
    ["but commented out", "# image: redis:7\nlist:\n  # - image: redis:7\n", []],
    [
      "of a chart or a repository of code",
      "chart: {repository: https://charts.example.com}\ngit: {repository: a/b}",
      [],
    ],
    ["badly named", "image: 'Not An Image'\naImage: 'https://a/b:1'\nbImage: a//b\n", []],
  ];
  for (const [what, yaml, references] of shapes) {
    test(what, () => assert.deepEqual(referencesOf({ values: yaml }), references));
  }

  test("say where they are", () => {
    const values = "redis:\n  image:\n    repository: a/redis\n    tag: v1\ninit:\n  - image: b\n";
    assert.deepEqual(
      imagesOf({ values }).map(({ name, origin, place, file, line }) => [name, origin, place, file, line]),
      [
        ["a/redis", "values", "redis.image.repository", "values.yaml", 3],
        ["b", "values", "init", "values.yaml", 6],
      ],
    );
  });
});

describe("images in templates", () => {
  const lines: readonly (readonly [line: string, reference: string | null])[] = [
    ["image: busybox", "busybox"],
    ["  - image: 'a/b:1' # why", "a/b:1"],
    ['image: "a/b:{{ .Values.tag }}"', "a/b"],
    ['image: "a/b@{{ .Values.digest }}"', "a/b"],
    ['image: "{{ .Values.registry }}/a/b:1"', "a/b:1"],
    ['image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"', null],
    ["image: a/b-{{ .Values.flavour }}", null],
    ["image: {{ .Values.image }}", null],
    ["# image: busybox", null],
    ["{{/* image: busybox\n  image: busybox */}}", null],
    ["myimage: busybox", null],
    ["image:", null],
  ];
  for (const [line, reference] of lines) {
    test(line, () => {
      assert.deepEqual(referencesOf({ template: `spec:\n${line}\n` }), reference === null ? [] : [reference]);
    });
  }

  test("say on which line they are, behind a comment too", () => {
    const [image] = imagesOf({ template: "{{- /*\none\n*/}}\n\nimage: a/b:1\n" });
    assert.deepEqual([image?.place, image?.file, image?.line], ["templates/a.yaml", "templates/a.yaml", 5]);
  });
});

test("images in annotations: Artifact Hub's and Bitnami's", () => {
  const annotations = {
    "artifacthub.io/images": "- name: a\n  image: docker.io/a/b:1\n- image: not an image\n",
    images: "- name: c\n  image: c/d:2\n",
  };
  assert.deepEqual(
    imagesOf({ annotations }).map(({ reference, place, line }) => [reference, place, line]),
    [
      ["docker.io/a/b:1", "artifacthub.io/images", null],
      ["c/d:2", "images", null],
    ],
  );
  assert.deepEqual(imagesOf({ annotations: { images: "[" } }), []);
});
