import pino from "pino";

type Write = (fields: Readonly<Record<string, unknown>>, message: string) => void;

/** Structured log: one line an event. Field names carry their unit (`duration_ms`); an error goes in the field `err`. */
export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

/** A process's log on its standard output: JSON lines, or on a terminal lines for people. */
export function createLog(
  options: { readonly level: "debug" | "info" | "warn" | "error"; readonly name: string },
  output: { write(text: string): unknown; readonly isTTY?: boolean } = process.stdout,
): Log {
  const stream = { write: (line: string) => output.write(output.isTTY ? formatLogLine(line) : line) };
  return pino(
    {
      level: options.level,
      base: { name: options.name },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
}

/** A JSON log line as people read it: `12:03:04 warn indexer: source failed  source=acme`. Other text stays as it is. */
export function formatLogLine(line: string): string {
  const event = parseEvent(line);
  if (event === null) return line;
  const { level, time, name, msg, err, ...fields } = event;
  const details = Object.entries(fields).map(([key, value]) => `  ${key}=${formatValue(value)}`);
  const cause = isRecord(err) ? `  (${err.message})` : "";
  const severity = level === "info" ? "" : `${level} `;
  return `${inert(`${String(time).slice(11, 19)} ${severity}${name}: ${msg}${cause}${details.join("")}`)}\n`;
}

/** Attack: an escape sequence in what a registry or a visitor wrote clears the terminal, or renames its window. */
function inert(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
}

function parseEvent(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const event: unknown = JSON.parse(line);
    return isRecord(event) && "level" in event && "msg" in event ? event : null;
  } catch {
    return null;
  }
}

function formatValue(value: unknown): string {
  return typeof value === "string" && !/[\s"]/.test(value) ? value : JSON.stringify(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
