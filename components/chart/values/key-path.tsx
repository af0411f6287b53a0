import { Fragment } from "react";
import { MarkedText } from "#components/ui/marked-text.tsx";
import { markWords } from "./find-words.ts";
import { keyNames } from "./key-names.ts";

/** Characters that fit the column; a longer path is broken behind its dots. */
const LINE = 36;

/** A key's path with the way to it muted, marked where it was searched for. */
export function KeyPath({ path, words }: { path: string; words: readonly string[] }) {
  const leaf = keyNames(path).at(-1) ?? path;
  const way = path.slice(0, path.length - leaf.length);
  return (
    <>
      {way !== "" && <i>{path.length > LINE ? <Breakable text={way} words={words} /> : mark(way, words)}</i>}
      <wbr />
      {mark(leaf, words)}
    </>
  );
}

function Breakable({ text, words }: { text: string; words: readonly string[] }) {
  return text.split(/(?<=\.)/).map((name, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and none is ever moved
    <Fragment key={index}>
      <wbr />
      {mark(name, words)}
    </Fragment>
  ));
}

function mark(text: string, words: readonly string[]) {
  return words.length === 0 ? text : <MarkedText segments={markWords(text, words)} />;
}
