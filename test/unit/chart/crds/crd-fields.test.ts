import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { crdName, describeCrd } from "#lib/chart/crds/crd-examples.ts";
import { readCrd } from "#lib/chart/crds/crd-fields.ts";
import type { CrdField } from "#lib/chart/crds/crd-schema.ts";
import { readHubAnnotations } from "#lib/chart/hub-annotations.ts";
import { withinProcessorTime } from "../../../support/processor-time.ts";

const CRD = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: ferries.harbour.example
spec:
  group: harbour.example
  scope: Namespaced
  names:
    kind: Ferry
    plural: ferries
    shortNames: [fe]
    categories: [all]
  versions:
    - name: v1beta1
      served: true
      storage: false
      deprecated: true
      deprecationWarning: use v1
      schema:
        openAPIV3Schema: {type: object}
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          description: Ferry crosses the bay.
          type: object
          required: [spec]
          properties:
            spec:
              type: object
              required: [line]
              properties:
                line:
                  description: |-
                    Which line it serves.
                    Two lines of text.
                  type: string
                  pattern: ^[A-Z]$
                  enum: [A, B]
                  default: A
                stops:
                  type: array
                  maxItems: 9
                  items:
                    type: object
                    properties:
                      port: {x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}
                labels:
                  type: object
                  additionalProperties: {type: string}
                extra:
                  x-kubernetes-preserve-unknown-fields: true
                seats: {type: integer, format: int32, minimum: 1, nullable: true}
`;

const read = (text: string, line = 2) => readCrd(text, line);
const at = (fields: readonly CrdField[], path: string): CrdField | undefined => {
  const [name, ...rest] = path.split(".");
  const field = fields.find((one) => one.name === name);
  return field === undefined || rest.length === 0 ? field : at(field.fields, rest.join("."));
};

describe("a definition", () => {
  test("says its scope, short names and versions", () => {
    const { definition, problem } = read(CRD);
    assert.equal(problem, null);
    assert.equal(definition?.scope, "Namespaced");
    assert.deepEqual(definition?.shortNames, ["fe"]);
    assert.deepEqual(definition?.categories, ["all"]);
    assert.deepEqual(
      definition?.versions.map(({ name, served, storage, deprecated, warning }) => ({
        ...{ name, served, storage, deprecated, warning },
      })),
      [
        { name: "v1beta1", served: true, storage: false, deprecated: true, warning: "use v1" },
        { name: "v1", served: true, storage: true, deprecated: false, warning: null },
      ],
    );
    assert.equal(definition?.versions[1]?.description, "Ferry crosses the bay.");
  });

  test("has fields with type, whether they are required, description, values and default", () => {
    const fields = read(CRD).definition?.versions[1]?.fields ?? [];
    assert.deepEqual(at(fields, "spec.line"), {
      name: "line",
      type: "string",
      required: true,
      description: "Which line it serves. Two lines of text.",
      enum: ["A", "B"],
      default: "A",
      rules: ["matches ^[A-Z]$"],
      fields: [],
      count: 0,
    });
    assert.equal(at(fields, "spec")?.count, 6);
    assert.equal(at(fields, "spec.stops")?.type, "[]object");
    assert.equal(at(fields, "spec.stops.port")?.type, "integer or string");
    assert.equal(at(fields, "spec.labels")?.type, "map[string]string");
    assert.deepEqual(at(fields, "spec.extra")?.rules, ["takes any other field"]);
    assert.deepEqual(at(fields, "spec.seats")?.rules, ["format int32", "at least 1", "may be null"]);
  });

  test("is found by its line among others of one file", () => {
    const other = CRD.replaceAll("Ferry", "Tram").replaceAll("crosses", "circles");
    const { definition } = read(`${CRD}---\n${other}`, CRD.split("\n").length + 2);
    assert.equal(definition?.versions[1]?.description, "Tram circles the bay.");
  });

  test("of the old form has one version and one schema for all", () => {
    const { definition } = read(
      "kind: CustomResourceDefinition\nspec:\n  version: v1alpha1\n  validation:\n    openAPIV3Schema:\n" +
        "      properties: {spec: {type: object}}\n",
      1,
    );
    const [version] = definition?.versions ?? [];
    assert.deepEqual([version?.name, version?.served, version?.storage], ["v1alpha1", true, true]);
    assert.equal(version?.fields[0]?.name, "spec");
  });

  test("in a template shows what is literal, and says that", () => {
    const templated = CRD.replace(
      "metadata:\n",
      '{{- if .Values.crds }}\nmetadata:\n  labels:\n    {{- include "x" . | nindent 4 }}\n  annotations: {{- toYaml .Values.a |\n    nindent 4 }}\n    keep: "true"\n',
    ).replace("Ferry crosses", "Ferry of {{ .Release.Name }} crosses");
    const { definition, problem } = read(`${templated}{{- end }}\n`, 3);
    assert.match(problem ?? "", /made by a template/);
    assert.equal(definition?.versions[1]?.description, "Ferry of … crosses the bay.");
    assert.equal(at(definition?.versions[1]?.fields ?? [], "spec.line")?.type, "string");
  });

  test("that is broken, or whose template shows nothing, says so", () => {
    assert.match(read("kind: [\n").problem ?? "", /cannot be read/);
    assert.equal(read("kind: [\n").definition, null);
    assert.match(read("{{ if x }}\n- a\nb: {\n").problem ?? "", /does not show its fields/);
    assert.match(read("a: b\n".repeat(500_000)).problem ?? "", /too large/);
  });
});

describe("a hostile definition costs little", () => {
  const schemaOf = (schema: string) =>
    read(
      `kind: CustomResourceDefinition\nspec:\n  version: v1\n  validation:\n    openAPIV3Schema: ${schema}\n`,
      1,
    );

  test("one with more fields than anybody made", () => {
    const many = Array.from({ length: 30_000 }, (_, index) => `f${index}: {type: string}`).join(", ");
    const version = schemaOf(`{properties: {${many}}}`).definition?.versions[0];
    assert.equal(version?.fields.length, 20_000);
    assert.equal(version?.cut, true);
  });

  test("one nested more deeply than anybody made", () => {
    const depth = 500;
    const nested = `${"{properties: {a: ".repeat(depth)}{type: string}${"}}".repeat(depth)}`;
    const version = schemaOf(nested).definition?.versions[0];
    assert.equal(version?.cut, true);
    // Attack: so deep that the parser's stack ends.
    assert.match(schemaOf("[".repeat(100_000)).problem ?? "", /nested too deeply|cannot be read/);
  });

  test("aliases of aliases", () => {
    // Attack: each level names the one before ten times.
    const levels = Array.from({ length: 9 }, (_, level) => {
      const inner = level === 0 ? "{type: string}" : `*l${level - 1}`;
      const properties = Array.from({ length: 10 }, (__, index) => `p${index}: ${inner}`).join(", ");
      return `x${level}: &l${level} {properties: {${properties}}}`;
    });
    const crd = `${levels.join("\n")}\nspec: {version: v1, validation: {openAPIV3Schema: *l8}}\n`;
    const { problem } = withinProcessorTime(1_000, () => readCrd(crd, 1));
    assert.match(problem ?? "", /cannot be read/);
  });

  test("marks of templates that never close", () => {
    withinProcessorTime(2_000, () => {
      readCrd("{{".repeat(500_000), 1);
      readCrd("a: {{ x\n".repeat(100_000), 1);
    });
  });
});

describe("what annotations say of a kind", () => {
  const hub = readHubAnnotations({
    "artifacthub.io/crds":
      "- {kind: Ferry, version: v1, name: ferries.harbour.example, displayName: A ferry, description: It swims.}",
    "artifacthub.io/crdsExamples":
      "- apiVersion: harbour.example/v1\n  kind: Ferry\n  spec: {seats: 010, line: 'A'}\n- {kind: Tram}",
  });

  test("its name, its words, and its examples as they were written", () => {
    assert.deepEqual(describeCrd({ kind: "Ferry", group: "harbour.example" }, hub), {
      displayName: "A ferry",
      description: "It swims.",
      examples: ["apiVersion: harbour.example/v1\nkind: Ferry\nspec:\n  seats: 010\n  line: A\n"],
    });
    assert.deepEqual(describeCrd({ kind: "Ferry", group: "other.example" }, hub).displayName, null);
  });

  test("a kind is called by its plural and group, as far as they are known", () => {
    assert.equal(
      crdName({ kind: "Ferry", group: "harbour.example", plural: "ferries" }),
      "ferries.harbour.example",
    );
    assert.equal(crdName({ kind: "Ferry", group: "", plural: null }), "Ferry");
  });
});
