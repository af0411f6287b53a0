// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${NAME}` is the notation of the configuration file
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parse, problemsOf, sourceWith } from "./parse-text.ts";

describe("${NAME}", () => {
  const acme = (password: string) => sourceWith(`credentials: { username: a, password: ${password} }`);
  const passwordOf = (text: string, env: Record<string, string>) => {
    const parsed = parse(text, env);
    if ("problems" in parsed) return parsed.problems;
    const credentials = parsed.sources[0]?.credentials;
    return credentials && "password" in credentials ? credentials.password : null;
  };

  test("is replaced within text and more than once, and never a second time", () => {
    assert.equal(passwordOf(acme('"${A}-${B}"'), { A: "x", B: "${A}" }), "x-${A}");
  });
  test("is text whatever it looks like", () =>
    assert.equal(passwordOf(acme("${A}"), { A: "12345" }), "12345"));
  test("stands for itself after another $", () => assert.equal(passwordOf(acme('"$${A}$b"'), {}), "${A}$b"));
  test("is left alone in comments", () => assert.deepEqual(problemsOf(`# \${UNSET}\n${sourceWith()}`), []));
  test("of an address is checked like one", () => {
    const text = "sources: [{ name: a, registry: ${REGISTRY} }]";
    assert.deepEqual(problemsOf(text, { REGISTRY: "http://a.example" }), [
      "chartroom.yaml:1:32: http:// sends everything unencrypted, passwords included",
    ]);
    assert.deepEqual(problemsOf(text, { REGISTRY: "" }), [
      "chartroom.yaml:1:32: this is not the https:// address of a registry",
    ]);
  });
  test("that is not set is one problem, not two", () => {
    assert.deepEqual(problemsOf("sources: [{ name: a, registry: ${REGISTRY} }]"), [
      "chartroom.yaml:1:32: the environment variable REGISTRY is not set",
    ]);
  });
  test("must be a name, and closed", () => {
    assert.deepEqual(problemsOf(acme("${A:-b}")), [
      "chartroom.yaml:4:43: `${A:-b}` does not name an environment variable",
    ]);
    assert.deepEqual(problemsOf(acme('"${A"')), ["chartroom.yaml:4:43: `${` has no closing `}`"]);
  });
  test("never shows a value in a problem", () => {
    const env = { TOKEN: "hunter2" };
    const everywhere = `
sources:
  - name: \${TOKEN}\${TOKEN}!
    registry: \${TOKEN}
    include: \${TOKEN}
    repositories: ["\${TOKEN}!"]
    credentials: { username: a, password: \${TOKEN}, passwordFile: \${TOKEN}, \${TOKEN}: 1 }
    access: \${TOKEN}
    plainHttp: \${TOKEN}
    ca: \${TOKEN}
    interval: \${TOKEN}
    \${TOKEN}: \${TOKEN}
`;
    const parsed = parse(everywhere, env);
    assert.ok("problems" in parsed);
    assert.ok(parsed.problems.length >= 9);
    assert.doesNotMatch(JSON.stringify(parsed.problems), /hunter2/);
  });
  test("nor is a password shown that a broken file holds", () => {
    for (const text of [
      "sources: [{ password: hunter2 hunter2: 'hunter2",
      "password: hunter2\npassword: hunter2",
    ]) {
      const parsed = parse(text);
      assert.ok("problems" in parsed);
      assert.doesNotMatch(JSON.stringify(parsed.problems), /hunter2/);
    }
  });
});
