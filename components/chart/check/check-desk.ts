import type { CheckReport } from "#lib/chart/check/check-report.ts";
import type { CheckAnswer, CheckQuestion } from "./check-messages.ts";

/** How long a check may take, ms: a pattern of a hostile schema can take for ever, and is ended with its worker. */
export const DEADLINE_MS = 5_000;

/**
 * How long a question may have been asked for the worker to be kept for the next, ms: it is still starting, or soon done. One
 * that is ended while it loads its code and made anew now and then never answers in Chromium.
 */
const PATIENCE_MS = 1_000;

/** The check took too long, or its worker broke. */
export class CheckStopped extends Error {
  override readonly name = "CheckStopped";
  readonly late: boolean;

  constructor(late: boolean) {
    super(late ? "The check took too long" : "The check broke");
    this.late = late;
  }
}

/** Has values checked by a worker: of several questions the last is answered, and one that takes long is ended for the next. */
export class CheckDesk {
  #worker: Worker | null = null;
  #number = 0;
  #askedAt = 0;
  #abandon: (() => void) | null = null;

  /** Throws `CheckStopped`; never answers a question that another came after. */
  ask(question: Omit<CheckQuestion, "number">): Promise<CheckReport> {
    this.#abandon?.();
    if (this.#abandon !== null && performance.now() - this.#askedAt > PATIENCE_MS) this.close();
    if (this.#abandon === null) this.#askedAt = performance.now();
    this.#worker ??= new Worker(new URL("./check.worker.ts", import.meta.url), { type: "module" });
    const worker = this.#worker;
    this.#number += 1;
    const number = this.#number;
    return new Promise((resolve, reject) => {
      const stop = (late: boolean) => {
        this.close();
        reject(new CheckStopped(late));
      };
      const timer = setTimeout(() => stop(true), DEADLINE_MS);
      this.#abandon = () => clearTimeout(timer);
      worker.onerror = () => stop(false);
      worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
        if (data.number !== number) return;
        clearTimeout(timer);
        this.#abandon = null;
        resolve(data.report);
      };
      worker.postMessage({ number, ...question } satisfies CheckQuestion);
    });
  }

  /** Ends the worker, whatever it is at. */
  close(): void {
    this.#abandon?.();
    this.#abandon = null;
    this.#worker?.terminate();
    this.#worker = null;
  }
}
