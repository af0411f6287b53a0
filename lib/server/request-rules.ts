import "server-only";
import type { ProcessSettings } from "../config/environment.ts";
import { parseEnvironment } from "../config/environment.ts";

let rules: ProcessSettings["requests"] | null = null;

/** How programs may ask; a mistake in the environment has ended the start before anybody asks. */
export function requestRules(): ProcessSettings["requests"] {
  rules ??= parseEnvironment(process.env).settings.requests;
  return rules;
}
