import { Fragment } from "react";
import { MarkedText } from "#components/ui/marked-text.tsx";
import { markWords } from "./find-words.ts";

const CODE_SPAN = /`([^`\n]+)`/;

/** An author's words about a key: `code` as code, and the words searched for marked. */
export function DescribedText({ text, words }: { text: string; words: readonly string[] }) {
  if (words.length === 0 && !text.includes("`")) return text;
  // Splitting by a pattern with one group gives text and code by turns.
  return text.split(CODE_SPAN).map((part, index) => {
    const Element = index % 2 === 1 ? "code" : Fragment;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a run of text has no other identity, and none is ever moved
      <Element key={index}>
        <MarkedText segments={markWords(part, words)} />
      </Element>
    );
  });
}
