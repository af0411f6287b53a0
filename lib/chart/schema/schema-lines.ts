import { escapePointer } from "./json-pointer.ts";

const MAX_POINTER = 2_000;
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:\n]/g;

interface Level {
  readonly pointer: string;
  readonly list: boolean;
  /** Of the key or the item that is being read. */
  name: string;
  index: number;
}

/** The line on which each key of a JSON text is written, by its JSON pointer; lines from 1. */
export function readSchemaLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const levels: Level[] = [];
  let line = 1;
  let key: { readonly name: string; readonly line: number } | null = null;
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === "\n") line += 1;
    else if (token === "{" || token === "[") {
      levels.push({ pointer: pointerOf(level), list: token === "[", name: "", index: 0 });
      key = null;
    } else if (token === "}" || token === "]") levels.pop();
    else if (token === "," && level !== undefined) level.index += 1;
    else if (token.startsWith('"')) key = { name: token, line };
    else if (token === ":" && key !== null && level !== undefined && !level.list) {
      level.name = nameIn(key.name);
      const pointer = pointerOf(level);
      if (pointer.length <= MAX_POINTER) lines.set(pointer, key.line);
    }
  }
  return lines;
}

function pointerOf(level: Level | undefined): string {
  if (level === undefined) return "";
  // Attack: "[" a million times, each with a longer pointer than the one around it.
  if (level.pointer.length > MAX_POINTER) return level.pointer;
  return `${level.pointer}/${level.list ? level.index : escapePointer(level.name)}`;
}

function nameIn(quoted: string): string {
  if (!quoted.includes("\\")) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
