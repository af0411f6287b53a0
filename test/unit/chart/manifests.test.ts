import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { customResourcesOf } from "#lib/chart/crds/custom-resources.ts";
import { readManifests } from "#lib/chart/manifests.ts";
import { readManifestFiles, templateKindsOf } from "#lib/chart/templates/template-kinds.ts";
import { templateTexts } from "#lib/chart/templates/template-texts.ts";

function kindsOf(text: string): readonly (readonly [string, number])[] {
  const files = readManifestFiles(templateTexts([{ path: "templates/a.yaml", text, utf8: true }]));
  return templateKindsOf(files).map(({ kind, line }) => [kind, line]);
}

describe("kinds", () => {
  const templates: readonly (readonly [
    what: string,
    text: string,
    kinds: readonly (readonly [string, number])[],
  ])[] = [
    ["one", "apiVersion: v1\nkind: Service\n", [["Service", 2]]],
    ["in quotes, with a comment and CRLF", "apiVersion: v1\r\nkind: 'Service' # why\r\n", [["Service", 2]]],
    [
      "two documents",
      "kind: Role\n---\nkind: RoleBinding\n",
      [
        ["Role", 1],
        ["RoleBinding", 3],
      ],
    ],
    [
      "two without a line between",
      "apiVersion: v1\nkind: A1\n{{- end }}\napiVersion: v1\nkind: B1\n",
      [
        ["A1", 2],
        ["B1", 5],
      ],
    ],
    [
      "further in, as one document",
      "{{- if .x }}\n  apiVersion: v1\n  kind: Pod\n{{- end }}\n",
      [["Pod", 3]],
    ],
    ["the same twice", "kind: Role\n---\nkind: Role\n", [["Role", 1]]],
    [
      "not of what it refers to",
      "kind: RoleBinding\nroleRef:\n  kind: Role\nsubjects:\n- kind: User\n",
      [["RoleBinding", 1]],
    ],
    ["not of a template", "kind: {{ .Values.kind }}\n", []],
    ["not of a comment", "# kind: Pod\n{{- /*\napiVersion: v1\nkind: Pod\n*/ -}}\nkind: Job\n", [["Job", 6]]],
  ];
  for (const [what, text, kinds] of templates) {
    test(what, () => assert.deepEqual(kindsOf(text), kinds));
  }

  test("are not those of NOTES.txt", () => {
    const notes = { path: "templates/NOTES.txt", text: "kind: Pod\n", utf8: true };
    assert.deepEqual(templateTexts([notes]), []);
  });
});

const CRD = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  annotations:
    controller-gen.kubebuilder.io/version: v0.9.0
  name: redises.db.example
spec:
  group: db.example
  names:
    kind: Redis
    listKind: RedisList
    plural: redises
    shortNames: [rd]
  scope: Namespaced
  versions:
  - additionalPrinterColumns:
    - jsonPath: .status
      name: Ready
      type: string
    name: v1
    schema:
      openAPIV3Schema:
        properties:
          kind:
            description: |
              kind: Other
            type: string
          spec:
            properties:
              group: {type: string}
              versions:
                items: {name: v9}
  - name: v1beta1
    served: true
status:
  acceptedNames:
    kind: ""
`;

describe("custom resources", () => {
  const definition = {
    kind: "Redis",
    group: "db.example",
    plural: "redises",
    versions: ["v1", "v1beta1"],
    origin: "crds",
    path: "crds/a.yaml",
    line: 2,
  };
  const resourcesIn = (text: string) =>
    customResourcesOf(readManifestFiles([{ path: "crds/a.yaml", text, utf8: true }]), [], []);

  test("are read from a file as controller-gen writes it", () => {
    assert.deepEqual(resourcesIn(CRD), [definition]);
  });

  test("are read whatever the indentation", () => {
    assert.deepEqual(
      resourcesIn(CRD.replace(/^ +/gm, (spaces) => spaces.repeat(2)).replaceAll("- ", "-   ")),
      [definition],
    );
    assert.deepEqual(resourcesIn(CRD.replace(/^ {2}/gm, "    ").replace(/^/gm, "  ")), [definition]);
  });

  test("of the old form have one version", () => {
    const text =
      "kind: CustomResourceDefinition\nspec:\n  group: a.b\n  version: v1alpha1\n  names: \n    kind: Foo\n";
    assert.deepEqual(resourcesIn(text)[0], {
      ...definition,
      kind: "Foo",
      group: "a.b",
      plural: null,
      versions: ["v1alpha1"],
      line: 1,
    });
  });

  test("are read from each document of a file", () => {
    const both = resourcesIn(`${CRD}---\n${CRD.replaceAll("Redis", "Valkey")}`);
    assert.deepEqual(
      both.map(({ kind, line }) => [kind, line]),
      [
        ["Redis", 2],
        ["Valkey", CRD.split("\n").length + 2],
      ],
    );
  });

  test("are read from JSON", () => {
    const spec = {
      group: "db.example",
      names: { kind: "Redis", plural: "redises" },
      versions: [{ name: "v1" }, { name: "v1beta1" }],
    };
    const text = JSON.stringify({ kind: "CustomResourceDefinition", spec });
    assert.deepEqual(resourcesIn(text), [{ ...definition, line: 1 }]);
    assert.deepEqual(resourcesIn(text.slice(0, -1)), []);
  });

  test("of a template's own name are left out", () => {
    assert.deepEqual(resourcesIn(CRD.replace("kind: Redis\n", "kind: {{ .x }}\n")), []);
  });

  test("come once, first from crds/, last from the annotation", () => {
    const file = (path: string, kind: string) => ({
      path,
      manifests: readManifests(CRD.replace("kind: Redis", `kind: ${kind}`)),
    });
    const annotated = (kind: string, name: string) => ({
      kind,
      name,
      version: "v1",
      displayName: kind,
      description: "",
    });
    const found = customResourcesOf(
      [file("crds/a.yaml", "Redis")],
      [file("templates/a.yaml", "Redis"), file("templates/b.yaml", "Valkey")],
      [
        annotated("REDIS", "redises.db.example"),
        annotated("Memcached", "memcacheds.db.example"),
        annotated("Odd", "odd"),
      ],
    );
    assert.deepEqual(
      found.map(({ kind, group, plural, origin, path }) => [kind, group, plural, origin, path]),
      [
        ["Redis", "db.example", "redises", "crds", "crds/a.yaml"],
        ["Valkey", "db.example", "redises", "templates", "templates/b.yaml"],
        ["Memcached", "db.example", "memcacheds", "annotation", null],
        ["Odd", "", null, "annotation", null],
      ],
    );
  });
});
