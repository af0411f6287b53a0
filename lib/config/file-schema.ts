// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${NAME}` is the notation of the configuration file
import { z } from "zod";
import { parseRepositoryName } from "../oci/reference.ts";
import { CLOUDS } from "./cloud-login.ts";
import { parseDuration } from "./duration.ts";
import { parseRegistryUrl, parseRepositoryUrl } from "./registry-url.ts";
import { parseSourceId } from "./source-id.ts";
import { VENDORS } from "./vendor.ts";

const DEFAULT_INTERVAL = "5m";
const MIN_INTERVAL_MS = 10_000;
/** A shorter secret can be guessed over the network. */
export const MIN_SECRET_LENGTH = 16;
const MAX_INTERVAL_MS = 7 * 24 * 3_600_000;

/** What each key should look like, said when its value is something else. */
export const REMEDIES = {
  sources:
    "list at least one registry, such as `sources: [{ name: acme, registry: https://registry.example.com }]`",
  name: "use 1 to 40 of a-z, 0-9 and `-`, such as `name: acme`",
  registry: "write scheme and host, such as `registry: https://registry.example.com`",
  vendor: `use one of ${VENDORS.join(", ")}, or leave it out: most are recognised`,
  repository: "write what `helm repo add` takes, such as `repository: https://charts.example.com/stable`",
  layout: "write the path of an OCI layout folder, such as `layout: ./charts`",
  include: 'write a list of globs, such as `include: ["team-*/charts/**"]`',
  exclude: 'write a list of globs, such as `exclude: ["sandbox/**"]`',
  repositories: 'write a list of names without the host, such as `repositories: ["team/app"]`',
  credentials:
    "write `credentials: { username: ${NAME}, password: ${NAME} }`, or `docker`, `aws`, `azure` or `google`",
  username: "write `username: ${NAME}` and set NAME in the environment",
  password: "write `password: ${NAME}` and set NAME in the environment; a number goes in quotes",
  passwordFile: "write the path of a file that holds the password and nothing else",
  access: "use `access: public`, and only for what everyone may see",
  plainHttp: "write `plainHttp: true` or `plainHttp: false`, without quotes",
  ca: "write the path of a PEM file, such as `ca: ./ca.pem`",
  interval: "write a number with s, m or h, such as `interval: 5m`",
  events: "write `events: { secret: ${NAME} }`",
  secret: "write `secret: ${NAME}` and set NAME in the environment to 16 characters or more",
} as const;

/**
 * The schema of `chartroom.yaml`, from which its JSON Schema is made as well. `readText` reads the files that are
 * named in it and throws when it cannot. What concerns two keys at once is checked in `relation-problems.ts`.
 */
export function createFileSchema(readText: (path: string) => string) {
  const fileText = z
    .string()
    .min(1)
    .transform((path, context) => {
      try {
        return readText(path);
      } catch (error) {
        const code = error instanceof Error && "code" in error ? ` (${error.code})` : "";
        return refuse(
          context,
          `this file cannot be read${code}`,
          "paths are relative to the folder of chartroom.yaml",
        );
      }
    });

  const credentials = z.strictObject({
    username: z.string().min(1),
    password: z.string().min(1).optional(),
    passwordFile: fileText.transform((text) => text.trimEnd()).optional(),
  });

  const events = z.strictObject({
    secret: z
      .string()
      .min(1)
      .refine((text) => text.length >= MIN_SECRET_LENGTH, "this secret is too short"),
  });

  const source = z.strictObject({
    name: NAME.meta({ description: "Short name, as it stands in addresses." }),
    registry: REGISTRY.meta({ description: "Address of an OCI registry: scheme and host." }).optional(),
    repository: REPOSITORY_URL.meta({
      description: "Address of a chart repository: the folder of its index.yaml.",
    }).optional(),
    layout: z.string().min(1).meta({ description: "Path of an OCI layout folder." }).optional(),
    vendor: VENDOR.meta({
      description: "How repositories are listed, where it is not recognised.",
    }).optional(),
    include: GLOBS.meta({ description: "Repositories to read, as globs; without it all are read." }),
    exclude: GLOBS.meta({ description: "Repositories to leave out, as globs." }),
    repositories: z
      .array(REPOSITORY)
      .min(1)
      .meta({ description: "Fixed names, for a registry that lists nothing." })
      .optional(),
    credentials: z
      .union([z.enum(["docker", ...CLOUDS]), credentials])
      .meta({
        description:
          "How Chartroom signs in: username and one of password and passwordFile; docker for what docker login wrote; aws, azure or google for the identity this process has there.",
      })
      .optional(),
    access: ACCESS.meta({ description: "public: everyone sees what Chartroom sees." }),
    plainHttp: z.boolean().meta({ description: "Allows an http:// address." }).default(false),
    ca: fileText
      .refine((pem) => pem.includes("-----BEGIN CERTIFICATE-----"), "this file holds no certificate")
      .meta({ description: "PEM file of a private certificate authority." })
      .optional(),
    interval: INTERVAL.meta({ description: "Pause between two readings: a number with s, m or h." }),
    events: events
      .meta({ description: "Takes the registry's notifications, which must carry this secret." })
      .optional(),
  });

  return z.strictObject({
    sources: z.array(source).min(1).meta({ description: "The registries to read." }),
  });
}

const NAME = z
  .string()
  .meta({ pattern: "^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$" })
  .transform(
    (text, context) => parseSourceId(text) ?? refuse(context, "this is no short name", REMEDIES.name),
  );

const REGISTRY = z.string().transform((text, context) => {
  const parsed = parseRegistryUrl(text);
  return "url" in parsed ? parsed.url : refuse(context, parsed.message, parsed.remedy);
});

const VENDOR = z.enum(VENDORS, { error: "this is no product that Chartroom can list" });

const REPOSITORY_URL = z.string().transform((text, context) => {
  const parsed = parseRepositoryUrl(text);
  return "url" in parsed ? parsed.url : refuse(context, parsed.message, parsed.remedy);
});

const REPOSITORY = z
  .string()
  .transform(
    (text, context) =>
      parseRepositoryName(text) ?? refuse(context, "this is no repository name", REMEDIES.repositories),
  );

const GLOBS = z.array(z.string().min(1)).default([]);

const ACCESS = z
  .literal("public", {
    error: ({ input }) =>
      input === "sign-in" ? "viewers cannot sign in yet" : "`access` can be nothing but public yet",
  })
  .default("public");

const INTERVAL = z
  .string()
  .meta({ pattern: "^[0-9]+[smh]$" })
  .transform((text, context) => {
    const duration = parseDuration(text);
    if (duration !== null && duration >= MIN_INTERVAL_MS && duration <= MAX_INTERVAL_MS) return duration;
    return refuse(context, "this is no time between 10s and 168h", REMEDIES.interval);
  })
  .prefault(DEFAULT_INTERVAL);

/** A check that failed, with what to do about it. */
function refuse(context: z.RefinementCtx, message: string, remedy: string): never {
  context.addIssue({ code: "custom", message, params: { remedy } });
  return z.NEVER;
}

/** The JSON Schema of `chartroom.yaml`, for editors. */
export function configJsonSchema(): object {
  const schema = createFileSchema(() => "");
  return { title: "chartroom.yaml", ...z.toJSONSchema(schema, { io: "input" }) };
}
