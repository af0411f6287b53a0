import type { Brand } from "../support/brand.ts";

/** JSON that may stand in a script element of a page: nothing in it ends the element. */
export type JsonScript = Brand<string, "JsonScript">;

/** What HTML, or a reader that takes it for JavaScript, might see more in than a letter. */
const TELLING = /[<>&\u2028\u2029]/g;

/** Data as a block of a page. Attack: a description of `</script><script>…`, or `<!--`, which changes how scripts end. */
export function jsonScript(data: object): JsonScript {
  return JSON.stringify(data).replace(
    TELLING,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  ) as JsonScript;
}
