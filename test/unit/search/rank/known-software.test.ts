import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findKnownSoftware, SOFTWARE } from "#lib/search/rank/known-software.ts";

describe("what is known of the software a chart is named after", () => {
  const cases: readonly (readonly [
    string,
    readonly string[],
    { purpose: string; spelling: string | null },
  ])[] = [
    ["by its name", ["keycloak"], { purpose: "identity provider", spelling: "kc" }],
    [
      "however the words of the name are joined",
      ["Kube-Prometheus_Stack"],
      { purpose: "monitoring", spelling: "kps" },
    ],
    [
      "by another name",
      ["acme-cnpg", "cnpg"],
      { purpose: "postgres operator", spelling: "cloud native postgres" },
    ],
    [
      "by the shape it comes in, but not called the same",
      ["vault-ha"],
      { purpose: "secrets management", spelling: null },
    ],
    ["by what people call it", ["hass"], { purpose: "smart home", spelling: "hass" }],
    ["by a version behind the name", ["mysql-8"], { purpose: "relational database", spelling: null }],
    [
      "by a name as it is before a shape of another",
      ["gitlab-server", "jenkins"],
      { purpose: "ci server", spelling: null },
    ],
  ];
  for (const [name, names, { purpose, spelling }] of cases) {
    test(name, () => {
      const { spellings, purposes } = findKnownSoftware(names) ?? { spellings: [], purposes: [] };
      assert.ok(purposes.includes(purpose), purposes.join());
      assert.equal(spellings.length > 0, spelling !== null, spellings.join());
      if (spelling !== null) assert.ok(spellings.includes(spelling), spellings.join());
    });
  }

  test("nothing of what only serves it, or of what nobody knows", () => {
    for (const name of ["mongodb-dashboards", "my-redis-thing", "acme", "", "-", "constructor"])
      assert.equal(findKnownSoftware([name]), null, name);
  });
});

describe("the table of known software", () => {
  const lines = SOFTWARE.map((line) => ({ line, columns: line.split(" | ") }));
  const malformed = (isWrong: (columns: readonly string[]) => boolean) =>
    lines.filter(({ columns }) => isWrong(columns)).map(({ line }) => line);

  test("has names, spellings and purposes in every line", () => {
    assert.deepEqual(
      malformed(
        (columns) =>
          columns.length !== 3 || columns.some((column) => column.trim() !== column || column === ""),
      ),
      [],
    );
  });

  test("has names a chart can have, in lower case", () => {
    assert.deepEqual(
      malformed(
        ([names = ""]) => !/^[a-z0-9]+(?:[-.][a-z0-9]+)*(?: [a-z0-9]+(?:[-.][a-z0-9]+)*)*$/.test(names),
      ),
      [],
    );
  });

  test("has one to six purposes a line, in words of lower case", () => {
    const isPurpose = (text: string) => /^[a-z0-9]+(?:[ -][a-z0-9]+)*$/.test(text);
    assert.deepEqual(
      malformed(([, , purposes = ""]) => {
        const all = purposes.split(", ");
        return all.length > 6 || new Set(all).size < all.length || !all.every(isPurpose);
      }),
      [],
    );
  });

  const joined = (name: string) => name.replaceAll(/[-. ]/g, "");
  const names = lines.flatMap(({ columns: [written = ""] }) => written.split(" ")).map(joined);

  test("has spellings that are no chart's name, which must come first when it is typed", () => {
    assert.deepEqual(
      malformed(([, spellings = ""]) => {
        const all = spellings === "-" ? [] : spellings.split(", ");
        return (
          new Set(all).size < all.length ||
          all.some((one) => !/^[a-z0-9]+(?:[ .-][a-z0-9]+)*$/.test(one) || names.includes(joined(one)))
        );
      }),
      [],
    );
  });

  test("names nothing twice", () => {
    const seen = new Set<string>();
    assert.deepEqual(
      names.filter((name) => seen.has(name) || !seen.add(name)),
      [],
    );
  });
});
