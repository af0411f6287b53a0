import type { z } from "zod";
import type { ConfigDocument } from "./config-document.ts";
import type { ConfigProblem } from "./config-error.ts";
import { createFileSchema, REMEDIES } from "./file-schema.ts";
import { nearestName } from "./nearest-name.ts";

type Path = readonly (string | number)[];

const FILE = createFileSchema(() => "").shape;
const SOURCE = FILE.sources.element.shape;
const CREDENTIALS = SOURCE.credentials.unwrap().options[1].shape;
const EVENTS = SOURCE.events.unwrap().shape;

/** Keys that are planned and that this version cannot read yet. */
const LATER_KEYS: Readonly<Record<string, string>> = {
  keys: "leave it out: that a chart is signed is shown, and not verified",
};

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: "text",
  boolean: "true or false",
  array: "a list",
  object: "a mapping of keys to values",
};

/** What the schema found wrong, in the words of the file's author. */
export function describeIssue(issue: z.core.$ZodIssue, document: ConfigDocument): ConfigProblem[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  if (issue.code === "invalid_union") {
    // Of what may stand there, the last is what most write.
    const inner = issue.errors.at(-1) ?? [];
    return inner.flatMap((one) => describeIssue({ ...one, path: [...issue.path, ...one.path] }, document));
  }
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      place: document.placeOfKey(path, key),
      ...describeUnknownKey(key, path),
    }));
  }
  const key = path.findLast((step) => typeof step === "string") ?? "sources";
  const own: unknown = issue.code === "custom" ? issue.params?.remedy : undefined;
  return [
    {
      place: document.placeOf(path),
      message: describeValue(issue, path, key, document),
      remedy: typeof own === "string" ? own : remedyFor(key),
    },
  ];
}

function describeValue(issue: z.core.$ZodIssue, path: Path, key: string, document: ConfigDocument): string {
  if (issue.code === "too_small") return `\`${key}\` is empty`;
  if (issue.code !== "invalid_type") return issue.message;
  if (!document.has(path)) return `\`${key}\` is missing`;
  const subject =
    path.length === 0 ? "the file" : path.at(-1) === key ? `\`${key}\`` : `an entry of \`${key}\``;
  return `${subject} must be ${TYPE_WORDS[issue.expected] ?? issue.expected}`;
}

function describeUnknownKey(key: string, path: Path): Pick<ConfigProblem, "message" | "remedy"> {
  const later = LATER_KEYS[key];
  if (path.length === 2 && later !== undefined) {
    return { message: `\`${key}\` is not supported yet`, remedy: later };
  }
  const inner = path.at(-1) === "events" ? EVENTS : CREDENTIALS;
  const known = Object.keys(path.length === 0 ? FILE : path.length === 2 ? SOURCE : inner);
  const nearest = nearestName(key, known);
  return {
    message: `\`${key}\` is no key that Chartroom knows`,
    remedy: nearest === null ? `possible here: ${known.join(", ")}` : `did you mean \`${nearest}\`?`,
  };
}

function remedyFor(key: string): string {
  return Object.entries(REMEDIES).find(([known]) => known === key)?.[1] ?? "";
}
