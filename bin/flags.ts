import { parseArgs } from "node:util";
import type { Environment } from "#lib/config/environment.ts";
import { nearestName } from "#lib/config/nearest-name.ts";
import { StartError } from "./start-error.ts";

const FLAGS = {
  registry: {
    value: "URL",
    variable: "CHARTROOM_REGISTRY",
    help: "read this registry instead of a file; may be repeated",
  },
  config: {
    value: "FILE",
    variable: "CHARTROOM_CONFIG",
    help: "configuration file (default ./chartroom.yaml)",
  },
  port: { value: "PORT", variable: "PORT", help: "port of the web pages (default 3000)" },
  host: { value: "HOST", variable: "HOST", help: "address to listen on (default 127.0.0.1)" },
  data: {
    value: "FOLDER",
    variable: "CHARTROOM_DATA",
    help: "folder for what can be rebuilt (default ./data)",
  },
} as const;
export type FlagName = keyof typeof FLAGS;

export interface Usage {
  /** As people type it: `npm start`. */
  readonly command: string;
  /** One sentence. */
  readonly summary: string;
  readonly flags: readonly FlagName[];
}

/**
 * The environment with what the command line says in its place. Prints the usage and ends for `--help`; throws a
 * `StartError` with exit code 2 for anything that is not possible.
 */
export function readFlags(args: readonly string[], usage: Usage, env: Environment): Environment {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      usage.flags.map((name) => [name, { type: "string", multiple: true } as const]),
    ),
  });
  const given = new Map<FlagName, string[]>();
  for (const token of tokens) {
    if (token.kind === "option-terminator") continue;
    if (token.kind === "positional") throw refuse(`\`${token.value}\` is not expected here`, usage);
    if (token.name === "help" || token.name === "h") {
      console.log(formatUsage(usage));
      process.exit(0);
    }
    const name = usage.flags.find((known) => known === token.name);
    if (name === undefined) throw refuse(describeUnknown(token.name, usage), usage);
    if (!token.value) throw refuse(`--${name} needs a value: --${name} ${FLAGS[name].value}`, usage);
    given.set(name, [...(given.get(name) ?? []), token.value]);
  }
  if (given.has("registry") && given.has("config")) throw refuse("use one of --registry and --config", usage);

  const said = Object.fromEntries(
    [...given].map(([name, values]) => [
      FLAGS[name].variable,
      name === "registry" ? values.join(",") : values.at(-1),
    ]),
  );
  // What is typed now outweighs what the shell has had set since long.
  if (given.has("registry")) return { ...env, CHARTROOM_CONFIG: undefined, ...said };
  if (given.has("config")) return { ...env, CHARTROOM_REGISTRY: undefined, ...said };
  return { ...env, ...said };
}

function describeUnknown(name: string, usage: Usage): string {
  const nearest = nearestName(name, usage.flags);
  return `--${name} is not possible here${nearest === null ? "" : `; did you mean --${nearest}?`}`;
}

function refuse(message: string, usage: Usage): StartError {
  return new StartError(`${message}\n\n${formatUsage(usage)}`, 2);
}

function formatUsage({ command, summary, flags }: Usage): string {
  const rows = flags.map((name) => [`--${name} ${FLAGS[name].value}`, FLAGS[name].help] as const);
  const lines = [...rows, ["--help", "print this"] as const].map(
    ([flag, help]) => `  ${flag.padEnd(18)}${help}`,
  );
  return [
    `${command} [-- FLAGS]`,
    "",
    summary,
    "",
    ...lines,
    "",
    "The environment and chartroom.yaml: docs/configuration.md",
  ].join("\n");
}
