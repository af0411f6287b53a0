import assert from "node:assert/strict";
import { test } from "node:test";
import { keyUsesPlace, valuesPlace } from "#components/chart/values/values-place.ts";

test("places within the page of a chart are those of the version it shows", () => {
  assert.equal(valuesPlace({ key: "a&b" }), "?tab=values&key=a%26b");
  assert.equal(valuesPlace({ file: "values.yaml", line: 3 }), "?tab=values&view=raw#L3");
  assert.equal(valuesPlace({ file: "values.schema.json" }), "?tab=values&view=raw&file=values.schema.json");
  assert.equal(keyUsesPlace("a.b"), "?tab=templates&find=.Values.a.b");
});
