import assert from "node:assert/strict";
import { test } from "node:test";
import { nearestName } from "#lib/config/nearest-name.ts";

const KEYS = ["name", "registry", "repositories", "include", "plainHttp"];

for (const [typed, meant] of [
  ["nmae", "name"],
  ["Registry", "registry"],
  ["registri", "registry"],
  ["plain-http", "plainHttp"],
  ["incl", "include"],
  ["colour", null],
  ["", null],
] as const) {
  test(`${typed || "nothing"} is ${meant ?? "near to nothing"}`, () =>
    assert.equal(nearestName(typed, KEYS), meant));
}
