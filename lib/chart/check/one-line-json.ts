import { shorten } from "../../support/shorten.ts";

const MAX_LENGTH = 60;

/** A value as JSON on one line. */
export function toJson(value: unknown): string {
  return JSON.stringify(value) ?? "null";
}

/** The same, cut where a sentence would get too long. */
export function toShortJson(value: unknown): string {
  return shorten(toJson(value), MAX_LENGTH);
}
