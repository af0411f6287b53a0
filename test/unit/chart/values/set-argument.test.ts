import assert from "node:assert/strict";
import { test } from "node:test";
import { formatSetArgument } from "#lib/chart/values/set-argument.ts";

const CASES: readonly (readonly [names: readonly string[], value: unknown, argument: string])[] = [
  [["image", "tag"], "8.2.3", "--set image.tag=8.2.3"],
  [["image", "tag"], "1.10", "--set image.tag=1.10"],
  [["port"], 6379, "--set port=6379"],
  [["port"], "6379", "--set-string port=6379"],
  [["flag"], "TRUE", "--set-string flag=TRUE"],
  [["flag"], true, "--set flag=true"],
  [["none"], null, "--set none=null"],
  [["text"], "", "--set text="],
  [["ratio"], 0.5, "--set-json ratio=0.5"],
  [["many"], 1e21, "--set-json ratio=1e+21".replace("ratio", "many")],
  [["hosts"], "a,b", String.raw`--set 'hosts=a\,b'`],
  [["expr"], "{{ .x }}", String.raw`--set 'expr=\{\{ .x \}\}'`],
  [["quote"], "it's", String.raw`--set 'quote=it'\''s'`],
  [
    ["nodeSelector", "kubernetes.io/arch"],
    "arm64",
    String.raw`--set 'nodeSelector.kubernetes\.io/arch=arm64'`,
  ],
  [["a[0]", "b=c"], "d", String.raw`--set 'a\[0].b\=c=d'`],
  [
    ["paste"],
    "x\u0003\u001b[201~ rm -rf 'it'\\",
    String.raw`--set $'paste=x\u0003\u001b[201~ rm -rf \'it\'\\\\'`,
  ],
  [["list"], ["a", 1], `--set-json 'list=["a",1]'`],
  [["map"], {}, "--set-json 'map={}'"],
];

for (const [names, value, argument] of CASES) {
  test(argument, () => assert.equal(formatSetArgument(names, value), argument));
}
