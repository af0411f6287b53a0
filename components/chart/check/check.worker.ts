import { checkValues } from "#lib/chart/check/check-values.ts";
import type { CheckAnswer, CheckQuestion } from "./check-messages.ts";

// Asks nothing of any server: what it needs is handed to it, and what it finds goes back to the page.
addEventListener("message", ({ data }: MessageEvent<CheckQuestion>) => {
  const answer: CheckAnswer = { number: data.number, report: checkValues(data.text, data.chosen, data.from) };
  postMessage(answer);
});
