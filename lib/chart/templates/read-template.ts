import { formatKeyPath } from "../values/key-path.ts";
import { applyFunction, type Operand } from "./apply-function.ts";
import { parseGoString } from "./go-string.ts";
import { ELSEWHERE, fieldOf, type Place } from "./place.ts";
import { TemplateScope } from "./template-scope.ts";
import type { TemplateToken } from "./template-tokens.ts";

/** A name a text gives a template: `{{ define "redis.labels" }}`. Offsets are those of the quoted name. */
export interface TemplateDefine {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Where a template, or a file as it is, is asked for. */
export interface TemplateInclude {
  /** A defined name; null if a file is meant, or if the name is computed. */
  readonly name: string | null;
  /** A file of the same chart, below its `templates/`. */
  readonly template: string | null;
  /** A file of the same chart that is read as it is: `.Files.Get "a.conf"`. */
  readonly content: string | null;
  readonly start: number;
  readonly end: number;
}

/** Where a key of the values is read. */
export interface ValueUse {
  /** As for `--set`, seen from the chart the text belongs to; empty for all values. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** What a text says of others, in its order. */
export interface TemplateReferences {
  readonly defines: readonly TemplateDefine[];
  readonly includes: readonly TemplateInclude[];
  readonly uses: readonly ValueUse[];
}

type Draft<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** Parentheses in parentheses; real ones have 9 at most. Attack: 100,000 of them would take the stack. */
const MAX_DEPTH = 100;
/** References of each kind in one text; of 801 real charts one file has 1,200 at most. */
const MAX_REFERENCES = 20_000;

const BLOCKS = ["if", "with", "range", "define", "block"] as const;

/** Reads which values a text uses, and which templates it defines and includes. Total, and linear in the number of tokens. */
export function readTemplate(text: string, tokens: readonly TemplateToken[]): TemplateReferences {
  return new TemplateReader(text, tokens).read();
}

class TemplateReader {
  readonly #text: string;
  readonly #tokens: readonly TemplateToken[];
  #at = 0;
  readonly #scope = new TemplateScope();
  readonly #defines: TemplateDefine[] = [];
  readonly #includes: TemplateInclude[] = [];
  readonly #uses: Draft<ValueUse>[] = [];

  constructor(text: string, tokens: readonly TemplateToken[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  read(): TemplateReferences {
    for (; this.#at < this.#tokens.length; this.#at++) {
      if (this.#tokens[this.#at]?.kind !== "open") continue;
      this.#at += 1;
      this.#action();
      // Whatever could not be understood ends with its action; one that is not closed ends before the next.
      while (!this.#isEnd()) this.#at += 1;
      if (this.#tokens[this.#at]?.kind === "open") this.#at -= 1;
    }
    const inOrder = (a: { readonly start: number }, b: { readonly start: number }) => a.start - b.start;
    return {
      defines: this.#defines,
      includes: this.#includes.sort(inOrder),
      uses: this.#uses.sort(inOrder),
    };
  }

  #action(): void {
    const word = this.#takeWord();
    const block = BLOCKS.find((known) => known === word);
    if (word === "end") this.#scope.close();
    else if (word === "else") this.#otherwise();
    else if (word === "template") this.#template();
    else if (block === "define" || block === "block") this.#define(block);
    else if (block !== undefined) this.#branch(block);
    else {
      if (word !== null) this.#at -= 1;
      this.#pipeline(0);
    }
  }

  #branch(word: "if" | "with" | "range"): void {
    this.#scope.open(word);
    const place = this.#pipeline(0, word === "range");
    if (word === "with") this.#scope.dot = place;
    if (word === "range") this.#scope.dot = ELSEWHERE;
  }

  #otherwise(): void {
    this.#scope.otherwise();
    const word = this.#takeWord();
    if (word !== "if" && word !== "with") return;
    const place = this.#pipeline(0);
    if (word === "with") this.#scope.dot = place;
  }

  #define(word: "define" | "block"): void {
    const token = this.#tokens[this.#at];
    const name = token === undefined ? null : this.#string(token);
    if (token !== undefined && name !== null) {
      this.#at += 1;
      if (this.#defines.length < MAX_REFERENCES)
        this.#defines.push({ name, start: token.start, end: token.end });
    }
    const place = word === "block" ? this.#pipeline(0) : ELSEWHERE;
    this.#scope.open(word);
    this.#scope.dot = place;
  }

  #template(): void {
    const token = this.#tokens[this.#at];
    const name = token === undefined ? null : this.#string(token);
    if (token === undefined || name === null) return;
    this.#at += 1;
    this.#include({ name, template: null, content: null, start: token.start, end: token.end });
    this.#pipeline(0);
  }

  /** `range` gives its variables an item each. */
  #pipeline(depth: number, range = false): Place {
    if (depth > MAX_DEPTH) {
      while (!this.#isEnd()) this.#at += 1;
      return ELSEWHERE;
    }
    const { names, mark } = this.#assigned();
    let place = this.#command(depth, null);
    while (this.#takeMark("|")) place = this.#command(depth, place);
    for (const name of names) {
      const given = range || names.length > 1 ? ELSEWHERE : place;
      if (mark === ":=") this.#scope.declare(name, given);
      else this.#scope.assign(name, given);
    }
    return place;
  }

  /** `$x :=`, `$x =` and `$k, $v :=` in front of a pipeline. */
  #assigned(): { readonly names: readonly string[]; readonly mark: string | null } {
    const before = this.#at;
    const names: string[] = [];
    do {
      const token = this.#tokens[this.#at];
      if (token?.kind !== "variable") break;
      names.push(this.#textOf(token));
      this.#at += 1;
    } while (names.length < 2 && this.#takeMark(","));
    for (const mark of [":=", "="]) if (names.length > 0 && this.#takeMark(mark)) return { names, mark };
    this.#at = before;
    return { names: [], mark: null };
  }

  #command(depth: number, piped: Place | null): Place {
    const operands: Operand[] = [];
    while (!this.#isEnd() && !this.#isMark(")") && !this.#isMark("|")) {
      const operand = this.#operand(depth);
      if (operand !== null) operands.push(operand);
    }
    return applyFunction(operands, piped, {
      use: (names, start, end) => this.#use(names, start, end),
      extend: (use, names, end) => {
        const draft = this.#uses[use];
        if (draft !== undefined) Object.assign(draft, { path: formatKeyPath(names), end });
      },
      include: (include) => this.#include(include),
    });
  }

  #operand(depth: number): Operand | null {
    const first = this.#tokens[this.#at];
    if (first === undefined) return null;
    this.#at += 1;
    const { start } = first;
    if (first.kind === "string" || first.kind === "number" || first.kind === "word") {
      const word = first.kind === "word" ? this.#textOf(first) : null;
      return { place: ELSEWHERE, word, literal: this.#string(first), use: null, start, end: first.end };
    }
    const begun = this.#beginning(first, depth);
    return begun === null ? null : this.#chain(begun.place, begun.from, start);
  }

  /** What a chain of fields hangs on, and where its own text begins. */
  #beginning(first: TemplateToken, depth: number): { readonly place: Place; readonly from: number } | null {
    if (first.kind === "dot") return { place: this.#scope.dot, from: first.start };
    if (first.kind === "variable") {
      return { place: this.#scope.variable(this.#textOf(first)), from: first.start };
    }
    if (first.kind === "field") {
      return { place: fieldOf(this.#scope.dot, this.#textOf(first).slice(1)), from: first.start };
    }
    if (this.#textOf(first) !== "(") return null;
    const place = this.#pipeline(depth + 1);
    const close = this.#tokens[this.#at];
    if (!this.#takeMark(")") || close === undefined) return null;
    return { place, from: close.end };
  }

  /** The fields that follow without a space. */
  #chain(begun: Place, from: number, start: number): Operand {
    let place = begun;
    let end = this.#tokens[this.#at - 1]?.end ?? from;
    let values = this.#textOf(this.#tokens[this.#at - 1]) === ".Values";
    for (let token = this.#tokens[this.#at]; token?.kind === "field" && token.start === end; ) {
      const name = this.#textOf(token).slice(1);
      place = fieldOf(place, name);
      values ||= name === "Values";
      end = token.end;
      this.#at += 1;
      token = this.#tokens[this.#at];
    }
    // What is in parentheses, alone, was noted there.
    const names = place.kind === "values" && end > from ? place.names : null;
    const use = names !== null && (values || names.length > 0) ? this.#use(names, from, end) : null;
    return { place, word: null, literal: null, use, start, end };
  }

  #use(names: readonly string[], start: number, end: number): number | null {
    if (this.#uses.length >= MAX_REFERENCES) return null;
    return this.#uses.push({ path: formatKeyPath(names), start, end }) - 1;
  }

  #include(include: TemplateInclude): void {
    if (this.#includes.length < MAX_REFERENCES) this.#includes.push(include);
  }

  #isEnd(): boolean {
    const kind = this.#tokens[this.#at]?.kind;
    return kind === undefined || kind === "close" || kind === "open" || kind === "comment";
  }

  #takeWord(): string | null {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "word") return null;
    this.#at += 1;
    return this.#textOf(token);
  }

  #takeMark(mark: string): boolean {
    if (!this.#isMark(mark)) return false;
    this.#at += 1;
    return true;
  }

  #isMark(mark: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === "mark" && this.#textOf(token) === mark;
  }

  #string(token: TemplateToken): string | null {
    return token.kind === "string" ? parseGoString(this.#textOf(token)) : null;
  }

  #textOf(token: TemplateToken | undefined): string {
    return token === undefined ? "" : this.#text.slice(token.start, token.end);
  }
}
