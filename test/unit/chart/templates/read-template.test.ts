import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readTemplate } from "#lib/chart/templates/read-template.ts";
import { readTemplateTokens } from "#lib/chart/templates/template-tokens.ts";

function read(text: string) {
  return readTemplate(text, readTemplateTokens(text).tokens);
}

/** Each use as the key it reads and the text it is read by. */
function usesOf(text: string): readonly string[] {
  return read(text).uses.map(({ path, start, end }) => `${path} by ${text.slice(start, end)}`);
}

function keysOf(text: string): readonly string[] {
  return read(text).uses.map(({ path }) => path);
}

describe("the values a template uses", () => {
  test("are found by their path, from the dot, the dollar and any variable or parameter", () => {
    assert.deepEqual(
      usesOf("a: {{ .Values.a.b }} {{- $.Values.c -}} {{ $root.Values.d }}{{ .ctx.Values.e }}"),
      ["a.b by .Values.a.b", "c by $.Values.c", "d by $root.Values.d", "e by .ctx.Values.e"],
    );
  });

  test("are followed through parentheses, variables and functions that give back what they were given", () => {
    assert.deepEqual(
      usesOf(
        '{{ (.Values.a).b }}{{ $x := .Values.c | default dict }}{{ $x.d }}{{ (required "no" .Values.e).f }}',
      ),
      ["a by .Values.a", "a.b by .b", "c by .Values.c", "c.d by $x.d", "e by .Values.e", "e.f by .f"],
    );
  });

  test("are found where index, get, dig, hasKey and pluck ask for them by name", () => {
    assert.deepEqual(
      keysOf(
        '{{ index .Values "a" "b-c.d" }}{{ get .Values.e "f" }}{{ dig "h" "i" "no" .Values.g }}{{ hasKey .Values.j "k" }}{{ pluck "m" .Values.l }}',
      ),
      ["a.b-c\\.d", "e.f", "g.h.i", "g", "j", "j.k", "l.m", "l"],
    );
    assert.deepEqual(keysOf('{{ index .Values.list 0 "name" }}{{ index .Values.map $key "name" }}'), [
      "list",
      "map",
    ]);
  });

  test("are known within with, and in none of its other branches", () => {
    assert.deepEqual(
      keysOf("{{ with .Values.a }}{{ .b }}{{ with .c }}{{ .d }}{{ end }}{{ else }}{{ .e }}{{ end }}{{ .f }}"),
      ["a", "a.b", "a.c", "a.c.d"],
    );
    assert.deepEqual(
      keysOf("{{ with $x := .Values.a }}{{ $x.b }}{{ else with .Values.c }}{{ .d }}{{ end }}{{ $x.e }}"),
      ["a", "a.b", "c", "c.d"],
    );
  });

  test("are not claimed of items, of what else a variable may be, and of parameters", () => {
    assert.deepEqual(keysOf("{{ range $k, $v := .Values.a }}{{ .b }}{{ $v.c }}{{ $.Values.d }}{{ end }}"), [
      "a",
      "d",
    ]);
    assert.deepEqual(keysOf("{{ $x := .Values.a }}{{ if .b }}{{ $x = .Values.c }}{{ end }}{{ $x.d }}"), [
      "a",
      "c",
    ]);
    assert.deepEqual(keysOf('{{ $x := .Values.a }}{{ define "f" }}{{ $x.b }}{{ .c }}{{ end }}{{ $x.d }}'), [
      "a",
      "a.d",
    ]);
  });

  test("are those of a subchart where that is asked", () => {
    assert.deepEqual(
      keysOf("{{ .Subcharts.redis.Values.auth.enabled }}{{ .Subcharts.a.Subcharts.b.Values.c }}"),
      ["redis.auth.enabled", "a.b.c"],
    );
  });

  test("are not what comments and strings tell of", () => {
    assert.deepEqual(
      keysOf(
        '{{/* .Values.a */}}{{- /* {{ .Values.b }} */ -}}{{ "{{ .Values.c }}" }}{{ `.Values.d` }}.Values.e',
      ),
      [],
    );
  });
});

describe("what a template defines and includes", () => {
  test("is told by name, or by file where a checksum is taken", () => {
    const text =
      '{{ define "a.b" }}{{ end }}{{ include "a.b" (dict "x" .Values.x) | nindent 4 }}{{ template "c" . }}{{ include (print $.Template.BasePath "/cm.yaml") . | sha256sum }}{{ include (printf "%s.d" .x) . }}{{ block "e" .Values.y }}{{ .z }}{{ end }}';
    const { defines, includes, uses } = read(text);
    assert.deepEqual(
      defines.map(({ name, start, end }) => [name, text.slice(start, end)]),
      [
        ["a.b", '"a.b"'],
        ["e", '"e"'],
      ],
    );
    assert.deepEqual(
      includes.map(({ name, template }) => [name, template]),
      [
        ["a.b", null],
        ["c", null],
        [null, "cm.yaml"],
        [null, null],
      ],
    );
    assert.deepEqual(
      uses.map(({ path }) => path),
      ["x", "y", "y.z"],
    );
  });
});

describe("a template Go would refuse", () => {
  const broken = {
    "an action that is not closed": ["{{ .Values.a\nb: {{ .Values.b }}", ["a", "b"], 1],
    "the last action is not closed": ["x: {{ .Values.a }}\ny: {{ .Values.b", ["a", "b"], 2],
    "a comment that is not closed": ["{{ .Values.a }}\n{{/* .Values.b }}", ["a"], 2],
    "a quote that ends with its line": ['{{ "a }}\n{{ .Values.b }}', ["b"], 1],
    "parentheses that do not match": ["{{ ((.Values.a }}{{ .Values.b) }}", ["a", "b"], null],
    "an end too many": ["{{ end }}{{ else }}{{ end }}{{ .Values.a }}", ["a"], null],
  } as const;
  for (const [name, [text, keys, line]] of Object.entries(broken)) {
    test(`${name}: what can be read is`, () => {
      assert.deepEqual(keysOf(text), keys);
      const { problem } = readTemplateTokens(text);
      assert.equal(problem?.match(/^Line (\d+)/)?.[1] ?? null, line === null ? null : String(line));
    });
  }
});
