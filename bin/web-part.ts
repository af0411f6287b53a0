import type { ChartroomConfig } from "#lib/config/chartroom-config.ts";
import type { Environment } from "#lib/config/environment.ts";
import { NEXT, ROOT } from "./build.ts";
import type { LineLevel } from "./supervisor/part-output.ts";
import type { Part } from "./supervisor/supervisor.ts";

/** The web process; `env` must hold MEILI_URL. */
export function webPart(config: ChartroomConfig, env: Environment): Part {
  return {
    name: "web",
    command: [...NEXT, "start", ROOT, "--hostname", config.host, "--port", String(config.port)],
    env: { ...env, NEXT_TELEMETRY_DISABLED: "1" },
    output: lineLevel,
  };
}

/** Next.js greets on the one stream and complains on the other. */
const lineLevel: LineLevel = (_line, stream) => (stream === "stdout" ? "debug" : "warn");
