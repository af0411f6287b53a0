import { MarkedText } from "#components/ui/marked-text.tsx";
import { markWords } from "./find-words.ts";

/** A key's path with the way to it muted, marked where it was searched for. */
export function KeyPath({ path, words }: { path: string; words: readonly string[] }) {
  const leafStart = path.length - (/(?:\\.|[^.\\])*$/s.exec(path)?.[0].length ?? 0);
  const part = (text: string) =>
    words.length === 0 ? text : <MarkedText segments={markWords(text, words)} />;
  return (
    <>
      {leafStart > 0 && <i>{part(path.slice(0, leafStart))}</i>}
      <wbr />
      {part(path.slice(leafStart))}
    </>
  );
}
