import { isJsonObject, type Json, type JsonObject, memberOf } from "../values/json.ts";
import { decodeFragment, escapePointer, readPointer } from "./json-pointer.ts";

/** A JSON Schema, or a part of one, that is no boolean. */
export type SchemaObject = JsonObject;

/** Where `$ref` leads, within one file. */
export interface References {
  /** What a schema refers to; none if it refers to nothing, or to what is not in the file. */
  readonly targetsOf: (schema: SchemaObject) => readonly Json[];
  /** JSON pointer of a part of the file (`/properties/image`), or null for what is no mapping in it. */
  readonly pointerOf: (schema: Json | undefined) => string | null;
  /** One sentence each. */
  readonly problems: () => readonly string[];
}

/** Mappings and lists of a file that are looked at; the largest real one has 40,000. */
const MAX_PARTS = 300_000;
const MAX_POINTER = 2_000;
const MAX_REFERENCE = 1_000;
const MAX_FOREIGN = 5;
/** No address anybody serves. */
const FILE = "chart:///values.schema.json";
/** What holds values, no schemas: an `$id` in it names nothing. */
const VALUES = new Set(["enum", "const", "default", "examples"]);
const REFERENCES = ["$ref", "$dynamicRef", "$recursiveRef"];
const ANCHORS = ["$anchor", "$dynamicAnchor"];

/**
 * Finds what `$id`, `id` and anchors name, for drafts 4 to 2020-12. Nothing is ever fetched: what is referred to elsewhere is a
 * problem that says so.
 */
export function readReferences(root: Json): References {
  const pointers = new Map<object, string>();
  const followed = new Map<SchemaObject, readonly Json[]>();
  const bases = new Map<object, string>();
  const named = new Map<string, Json>([[FILE, root]]);
  const missing = new Set<string>();
  const complete = index(root);

  /** In a loop, not by recursion: JSON may be nested as deeply as it is long. */
  function index(start: Json): boolean {
    const open: { readonly part: Json; readonly pointer: string; readonly base: string }[] = [
      { part: start, pointer: "", base: FILE },
    ];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      const { part, pointer } = one;
      if (typeof part !== "object" || part === null) continue;
      if (pointers.size >= MAX_PARTS) return false;
      const base = isJsonObject(part) ? nameParts(part, one.base) : one.base;
      pointers.set(part, pointer);
      bases.set(part, base);
      for (const [name, child] of Object.entries(part)) {
        if (typeof child !== "object" || child === null || VALUES.has(name)) continue;
        const below = `${pointer}/${escapePointer(name)}`;
        if (below.length <= MAX_POINTER) open.push({ part: child, pointer: below, base });
      }
    }
    return true;
  }

  function nameParts(part: SchemaObject, base: string): string {
    const id = [memberOf(part, "$id"), memberOf(part, "id")].find((one) => typeof one === "string");
    const own = typeof id === "string" && id.length <= MAX_REFERENCE ? URL.parse(id, base) : null;
    const [address = base, fragment = ""] = own?.href.split("#") ?? [base];
    if (own !== null && !named.has(own.href)) named.set(fragment === "" ? address : own.href, part);
    for (const keyword of ANCHORS) {
      const anchor = memberOf(part, keyword);
      if (typeof anchor === "string") named.set(`${address}#${anchor}`, part);
    }
    return address;
  }

  function resolve(reference: string, base: string): Json | undefined {
    const address = reference.length <= MAX_REFERENCE ? URL.parse(reference, base) : null;
    if (address === null) return undefined;
    const [file = "", fragment = ""] = address.href.split("#");
    const whole = named.get(address.href) ?? named.get(file);
    if (whole === undefined || fragment === "" || named.has(address.href)) return whole;
    return fragment.startsWith("/") ? at(whole, decodeFragment(fragment)) : undefined;
  }

  /** Attack: 20,000 references one behind the other, each of which every key follows for as long as it may. */
  function targetsOf(schema: SchemaObject): readonly Json[] {
    const before = followed.get(schema);
    if (before !== undefined) return before;
    const targets = findTargets(schema);
    followed.set(schema, targets);
    return targets;
  }

  function findTargets(schema: SchemaObject): readonly Json[] {
    return REFERENCES.flatMap((keyword) => {
      const reference = memberOf(schema, keyword);
      if (typeof reference !== "string") return [];
      const target = resolve(reference, bases.get(schema) ?? FILE);
      if (target !== undefined) return [target];
      missing.add(reference.slice(0, 200));
      return [];
    });
  }

  function problems(): readonly string[] {
    const places = [...missing].map(placeOf);
    const shown = [...new Set(places)].slice(0, MAX_FOREIGN);
    const said = shown.map((place) => `The schema refers to ${place}, which is not in the file.`);
    return complete ? said : [...said, "The schema is too large: not all references in it are followed."];
  }

  return { targetsOf, pointerOf: (part) => pointers.get(part as object) ?? null, problems };
}

/** Other files are named without what is in them, so that a hundred definitions of one are one sentence. */
function placeOf(reference: string): string {
  const [file] = reference.split("#");
  return file === "" || file === undefined ? reference : file;
}

function at(root: Json, pointer: string): Json | undefined {
  let part: Json | undefined = root;
  for (const name of readPointer(pointer)) {
    if (isJsonObject(part)) part = memberOf(part, name);
    else if (Array.isArray(part) && /^\d{1,9}$/.test(name)) part = part[Number(name)];
    else return undefined;
  }
  return part;
}
