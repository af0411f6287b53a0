import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { formatSetArgument } from "#lib/chart/values/set-argument.ts";
import { formatValueSnippet } from "#lib/chart/values/value-snippet.ts";
import { createHelm, type Helm } from "../support/helm.ts";

// What a page gives to copy, read by a shell and the real Helm: the chart answers with the values it was given.

const exec = promisify(execFile);
/** What people's shells are in. */
const env = { ...process.env, LC_ALL: "C.UTF-8" };

const CASES: readonly (readonly [names: readonly string[], value: unknown])[] = [
  [["image", "tag"], "8.2.3"],
  [["tag"], "1.10"],
  [["tag"], "007"],
  [["tag"], "-1"],
  [["tag"], "1e3"],
  [["tag"], "True"],
  [["tag"], "null"],
  [["port"], 6379],
  [["port"], "6379"],
  [["port"], 0],
  [["ratio"], 0.25],
  [["flag"], false],
  [["empty"], ""],
  [["hosts"], "a,b=c"],
  [["expr"], '{{ .Values.x | default "y" }}'],
  [["brace"], "}{"],
  [["back"], String.raw`C:\temp\,`],
  [["quote"], `it's "so" $HOME \`id\` !`],
  [["lines"], 'appendonly yes\nsave ""\n\n  deep\n'],
  [["word"], "on"],
  [["time"], "1:30"],
  [["oct"], "0o17"],
  [["date"], "2026-10-01"],
  [["nodeSelector", "kubernetes.io/arch"], "arm64"],
  [["a[0]", "b=c,d", "on"], "e"],
  [["list"], ["a,b", 1, { c: null }]],
  [["none"], []],
  [["map"], {}],
  [["env"], { "a.b": "x,y", z: "007" }],
  [["__proto__", "constructor"], "polluted"],
  [["bidi"], "\u202e\u0007é日本語 🚢"],
];

describe("what is copied, read by Helm", () => {
  let folder: string;
  let helm: Helm & AsyncDisposable;

  before(async () => {
    helm = await createHelm();
    folder = await mkdtemp(join(tmpdir(), "set-values-"));
    await mkdir(join(folder, "templates"));
    await writeFile(join(folder, "Chart.yaml"), "apiVersion: v2\nname: echo\nversion: 1.0.0\n");
    await writeFile(join(folder, "templates/values.yaml"), "values: {{ .Values | toJson | b64enc }}\n");
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
    await helm[Symbol.asyncDispose]();
  });

  async function valuesGiven(...args: readonly string[]): Promise<unknown> {
    const { stdout } = await helm("template", "x", folder, ...args);
    const [, text] = /values: (\S+)/.exec(stdout.toString()) ?? [];
    return JSON.parse(Buffer.from(text ?? "", "base64").toString());
  }

  for (const [names, value] of CASES) {
    const expected = JSON.parse(
      `${names.map((name) => `{${JSON.stringify(name)}:`).join("")}${JSON.stringify(value)}${"}".repeat(names.length)}`,
    );

    test(formatSetArgument(names, value), async () => {
      const argument = formatSetArgument(names, value);
      const { stdout } = await exec("bash", ["-c", `printf '%s\\0' ${argument}`], { env });
      assert.deepEqual(await valuesGiven(...stdout.split("\0").slice(0, -1)), expected);
    });

    test(`${names.join("/")}: ${JSON.stringify(value)} as YAML`, async () => {
      const file = join(folder, "given.yaml");
      await writeFile(file, formatValueSnippet(names, value, "A comment: with\n- a list"));
      assert.deepEqual(await valuesGiven("--values", file), expected);
    });
  }
});
