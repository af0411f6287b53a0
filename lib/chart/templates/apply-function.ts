import { ELSEWHERE, fieldOf, type Place } from "./place.ts";
import type { TemplateInclude } from "./read-template.ts";

/** One of the words of a command, by its offsets. */
export interface Operand {
  readonly place: Place;
  /** A function's name or a constant. */
  readonly word: string | null;
  readonly literal: string | null;
  /** The number of the use of values that it was noted as. */
  readonly use: number | null;
  readonly start: number;
  readonly end: number;
}

/** Where what a command tells is noted. */
export interface ReferenceNotes {
  /** Gives the number of the use, or null if no more are taken. */
  use(names: readonly string[], start: number, end: number): number | null;
  /** What was noted goes further in: `index .Values "a"`. */
  extend(use: number, names: readonly string[], end: number): void;
  include(include: TemplateInclude): void;
}

/** Functions that give back what they were given last, or something in its stead: `.Values.a | default dict`. */
const SAME: ReadonlySet<string> = new Set(["default", "required", "deepCopy", "mustDeepCopy", "mustToDict"]);
const STEPS: ReadonlySet<string> = new Set(["index", "get"]);

/** What a command stands for, given what is piped into it; notes what it reads. */
export function applyFunction(
  operands: readonly Operand[],
  piped: Place | null,
  notes: ReferenceNotes,
): Place {
  const [first, ...given] = operands;
  if (first === undefined) return ELSEWHERE;
  if (first.place.kind === "file-reader") return readsFile(given[0], notes);
  if (first.word === null) return operands.length === 1 && piped === null ? first.place : ELSEWHERE;
  if (SAME.has(first.word)) return piped ?? given.at(-1)?.place ?? ELSEWHERE;
  if (STEPS.has(first.word)) return stepInto(given, notes);
  if (first.word === "include") return include(given[0], notes);
  if (first.word === "dig") return dig(given, piped, notes);
  if (first.word === "hasKey") return stepAside(given[0]?.place, given[1], notes);
  if (first.word === "pluck") return stepAside(piped ?? given[1]?.place, given[0], notes);
  if (first.word === "print" || first.word === "printf") return templateFile(given);
  return ELSEWHERE;
}

/** `index .Values "a" "b-c"`, `get .Values "a"`: further in with each literal, until something computed comes. */
function stepInto([from, ...steps]: readonly Operand[], notes: ReferenceNotes): Place {
  let place = from?.place ?? ELSEWHERE;
  let use = from?.use ?? null;
  for (const { literal, start, end } of steps) {
    if (literal === null) return ELSEWHERE;
    place = fieldOf(place, literal);
    if (place.kind !== "values") continue;
    if (use === null) use = notes.use(place.names, start, end);
    else notes.extend(use, place.names, end);
  }
  return place;
}

/** `dig "a" "b" "otherwise" .Values.x`. */
function dig(given: readonly Operand[], piped: Place | null, notes: ReferenceNotes): Place {
  const from = piped ?? given.at(-1)?.place;
  const names = given.slice(0, piped === null ? -2 : -1);
  const [first, last] = [names[0], names.at(-1)];
  if (from?.kind !== "values" || first === undefined || last === undefined) return ELSEWHERE;
  let place: Place = from;
  for (const { literal } of names) place = literal === null ? ELSEWHERE : fieldOf(place, literal);
  if (place.kind === "values") notes.use(place.names, first.start, last.end);
  return place;
}

/** Asks for a key without going into it: `hasKey .Values.x "y"`. */
function stepAside(from: Place | undefined, key: Operand | undefined, notes: ReferenceNotes): Place {
  if (from?.kind !== "values" || key === undefined || key.literal === null) return ELSEWHERE;
  const place = fieldOf(from, key.literal);
  if (place.kind === "values") notes.use(place.names, key.start, key.end);
  return ELSEWHERE;
}

function include(named: Operand | undefined, notes: ReferenceNotes): Place {
  if (named === undefined) return ELSEWHERE;
  const { literal: name, place, start, end } = named;
  notes.include({ name, template: place.kind === "template" ? place.file : null, content: null, start, end });
  return ELSEWHERE;
}

/** `.Files.Get "a.conf"`. */
function readsFile(named: Operand | undefined, notes: ReferenceNotes): Place {
  if (named === undefined || named.literal === null) return ELSEWHERE;
  const { literal: content, start, end } = named;
  notes.include({ name: null, template: null, content, start, end });
  return ELSEWHERE;
}

/** `print $.Template.BasePath "/configmap.yaml"`, as charts name a file whose checksum they take. */
function templateFile(given: readonly Operand[]): Place {
  const path = given.at(-1)?.literal?.replace(/^%s/, "");
  const base = given.length === 2 || given.length === 3;
  if (!base || path === undefined || !/^\/[\w./-]{1,200}$/.test(path)) return ELSEWHERE;
  return { kind: "template", file: path.slice(1) };
}
