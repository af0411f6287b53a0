import { ELSEWHERE, type Place } from "./place.ts";

/** What opens a block that `end` closes. */
export type BlockWord = "if" | "with" | "range" | "define" | "block";

interface Block {
  readonly word: BlockWord;
  /** What `.` is around it. */
  readonly outerDot: Place;
  /** Variables declared in it, in order; those of its head stay in its other branches. */
  readonly declared: string[];
  /** The variables around a `define`, which it does not see. */
  readonly outerVariables: Map<string, Place[]> | null;
}

/** What `.` and the variables stand for at a place of a template: the innermost declaration counts. */
export class TemplateScope {
  dot: Place = ELSEWHERE;
  #variables = new Map<string, Place[]>();
  readonly #blocks: Block[] = [];

  /** What a variable stands for; `$` is whatever the template was given. */
  variable(name: string): Place {
    return this.#variables.get(name)?.at(-1) ?? ELSEWHERE;
  }

  declare(name: string, place: Place): void {
    const places = this.#variables.get(name);
    if (places === undefined) this.#variables.set(name, [place]);
    else places.push(place);
    this.#blocks.at(-1)?.declared.push(name);
  }

  /** After another value was given to it, in a branch perhaps, a variable may be either. */
  assign(name: string, place: Place): void {
    const places = this.#variables.get(name);
    const before = places?.at(-1);
    if (places === undefined || before === undefined) return;
    if (JSON.stringify(before) !== JSON.stringify(place)) places[places.length - 1] = ELSEWHERE;
  }

  open(word: BlockWord): void {
    const isolated = word === "define" || word === "block";
    this.#blocks.push({
      word,
      outerDot: this.dot,
      declared: [],
      outerVariables: isolated ? this.#variables : null,
    });
    if (isolated) this.#variables = new Map();
  }

  /** The other branch of the innermost block. */
  otherwise(): void {
    const block = this.#blocks.at(-1);
    if (block === undefined) return;
    this.dot = block.outerDot;
    this.#forget(block);
  }

  /** Whether something was open that ended. */
  close(): BlockWord | null {
    const block = this.#blocks.pop();
    if (block === undefined) return null;
    this.dot = block.outerDot;
    this.#forget(block);
    this.#variables = block.outerVariables ?? this.#variables;
    return block.word;
  }

  #forget(block: Block): void {
    for (const name of block.declared.splice(0)) this.#variables.get(name)?.pop();
  }
}
