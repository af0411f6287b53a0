import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readAnnotatedValues, readValues } from "#lib/chart/values/read-values.ts";
import type { ValueKey } from "#lib/chart/values/values.ts";

function keysOf(text: string): readonly ValueKey[] {
  const { keys, problem } = readValues(text);
  assert.equal(problem, null);
  return keys;
}

/** `path: description` of the keys that have one. */
function described(text: string): readonly string[] {
  return keysOf(text).flatMap(({ path, description }) =>
    description === "" ? [] : [`${path}: ${description}`],
  );
}

describe("plain comments", () => {
  test("above a key or behind it describe it", () => {
    const text = `
# Above.
above: 1
behind: 1 # Behind.
both: 1 # not this
list: [] # A list.
block: | # A block.
  # no comment
object: # An object.
  inner: 1
alias: &a x # An anchor.
quoted: "# no comment"
nothing: # Nothing.
`;
    assert.deepEqual(described(text.replace("both:", "# This.\nboth:")), [
      "above: Above.",
      "behind: Behind.",
      "both: This.",
      "list: A list.",
      "block: A block.",
      "object: An object.",
      "alias: An anchor.",
      "nothing: Nothing.",
    ]);
  });

  test("count only directly above", () => {
    assert.deepEqual(described("# Apart.\n\na: 1\n# Close.\nb: 2\n"), ["b: Close."]);
  });

  test("further in than the key belong to what stands before", () => {
    assert.deepEqual(described("a:\n  b: 1\n  # the end of a\nc: 1\n"), []);
    assert.deepEqual(described("a:\n# further out is fine\n  b: 1\n"), ["a.b: further out is fine"]);
    assert.deepEqual(described("a:\n  b: 1\n  # c: 2\n# About d.\nd: 1\n"), ["d: About d."]);
  });

  test("are taken without commented-out YAML", () => {
    assert.deepEqual(described("# Limits.\n# limits:\n#   cpu: 1\nresources: {}\n# - a: 1\nlist: []\n"), [
      "resources: Limits.",
    ]);
    assert.deepEqual(described("## Limits\n## of a pod\n# see below\na: 1\n"), ["a: Limits of a pod"]);
  });

  test("are not shared by keys in one line", () => {
    assert.deepEqual(described("# All.\na: {b: 1, c: 2} # not b\n"), ["a: All."]);
  });
});

describe("helm-docs", () => {
  test("# -- starts the words, over several lines, without type and tags", () => {
    const text = `
# Not this.
# -- (int) How many
# pods there are.
# @default -- as many as nodes
# @section -- Scaling
# @raw
replicas: 1
other: 2
`;
    const [replicas, other] = keysOf(text);
    assert.deepEqual(
      [replicas?.description, replicas?.default, replicas?.section],
      ["How many pods there are.", "as many as nodes", "Scaling"],
    );
    assert.deepEqual([other?.description, other?.default, other?.section], ["", "2", null]);
  });

  test("a default that is code is shown as code anyway, without its backticks", () => {
    const [key] = keysOf('# -- Where\n# @default -- `.Release.Namespace`\nnamespace: ""\n');
    assert.equal(key?.default, ".Release.Namespace");
    const [words] = keysOf('# -- Where\n# @default -- `a` or `b`\nnamespace: ""\n');
    assert.equal(words?.default, "`a` or `b`");
  });

  test("keeps code, for its author wrote it to be read", () => {
    assert.deepEqual(described("# -- Like this:\n# foo: bar\na: 1\n"), ["a: Like this: foo: bar"]);
  });

  test("names the key in the old style, from anywhere", () => {
    const text = `
# image.tag -- The tag
# of the image
# image."a.b/c" -- Dotted.
image:
  tag: 1 # not this
  a.b/c: 2
`;
    assert.deepEqual(described(text), ["image.tag: The tag of the image", "image.a\\.b/c: Dotted."]);
  });

  test("counts behind a key too", () => {
    assert.deepEqual(described("a: 1 # -- Words.\n"), ["a: Words."]);
  });
});

describe("bitnami", () => {
  const text = `
## @section Image parameters
## @descriptionStart
## All about images.
## @descriptionEnd
## The image
## ref: https://example.com
## @param image.tag [default: TAG] The tag
## @param image.pullSecrets [array] Names
## @param image.gone Not in the file
## @skip image.debug
##
image:
  tag: 1
  ## e.g:
  ## pullSecrets:
  ##   - secret
  ##
  pullSecrets: []
  debug: false
## @section Other parameters
## @extra kafka.hosts [array] Names of brokers
## @param other Words
other: 1
`;

  test("@param describes the key it names, and is no prose", () => {
    assert.deepEqual(described(text), [
      "image: The image\nref: https://example.com",
      "image.tag: The tag",
      "image.pullSecrets: Names",
      "kafka.hosts: Names of brokers",
      "other: Words",
    ]);
  });

  test("@section holds until the next", () => {
    assert.deepEqual(
      keysOf(`first: 1\n${text}`).map(({ path, section }) => `${path}: ${section}`),
      [
        "first: null",
        "image: Image parameters",
        "image.tag: Image parameters",
        "image.pullSecrets: Image parameters",
        "image.debug: Image parameters",
        "kafka.hosts: Other parameters",
        "other: Other parameters",
      ],
    );
  });

  test("@extra is a key that the file does not have", () => {
    const extra = keysOf(text).find(({ path }) => path === "kafka.hosts");
    assert.deepEqual(
      [extra?.type, extra?.default, text.split("\n")[(extra?.line ?? 0) - 1]],
      ["list", null, "## @extra kafka.hosts [array] Names of brokers"],
    );
  });

  test("@extra at the end of the file, of a key that is there after all, of a list item", () => {
    const keys = keysOf("a: 1\n## @extra a Words\n## @extra b\n## @extra c[0].d\n");
    assert.deepEqual(
      keys.map(({ path, description }) => `${path}: ${description}`),
      ["a: Words", "b: "],
    );
  });
});

test("JSON Schema in comments is no prose", () => {
  assert.deepEqual(
    described("# @schema\n# type: string\n# words\n# @schema\n# Words.\na: 1\n# @schema enum:[a]\nb: 1\n"),
    ["a: Words."],
  );
});

describe("keys that authors leave undocumented", () => {
  test("are there without words: bitnami's @skip with what is in it, helm-docs' @ignored", () => {
    const text = `
## @skip image
## The image.
image:
  # The tag.
  tag: 1
## @param images Others.
images: []
# -- Internal.
# @ignored
internal: 1
`;
    assert.deepEqual(described(text), ["images: Others."]);
    assert.deepEqual(
      readValues(text).keys.map(({ path }) => path),
      ["image", "image.tag", "images", "internal"],
    );
  });
});

describe("bitnami's modifiers", () => {
  test("name the type of an @extra, and words for the default", () => {
    const text = `
## @param a [nullable, default: one, or two] A.
## @extra b [array, default: \`[]\`] B.
## @extra c [nullable] C.
a: 1
`;
    assert.deepEqual(
      readValues(text).keys.map((key) => [key.path, key.type, key.default, key.description]),
      [
        ["b", "list", "`[]`", "B."],
        ["c", "null", null, "C."],
        ["a", "number", "one, or two", "A."],
      ],
    );
  });
});

describe("JSON Schema in comments", () => {
  const text = `
# -- How many.
# @schema
# type: integer
# @schema
# Of all.
a: 1
# Which. @schema is a word here
# @schema enum:[x,y];required
b: x # @schema minLength:1
c: x # Words. @schema minLength:2
`;
  test("is no part of the words", () => {
    assert.deepEqual(described(text), [
      "a: How many. Of all.",
      "b: Which. @schema is a word here",
      "c: Words.",
    ]);
  });

  test("is kept as YAML", () => {
    assert.deepEqual(
      [...readAnnotatedValues(text).schemas],
      [
        ["a", "type: integer"],
        ["b", "enum: [x,y]\nrequired: true"],
        ["c", "minLength: 2"],
      ],
    );
  });
});
