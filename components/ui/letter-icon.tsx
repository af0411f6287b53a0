const SIZES = { small: "size-7 text-sm sm:size-9 sm:text-lg", large: "size-11 text-xl" } as const;

/** A name's first letter on a tile: what stands for a chart, as its own picture would have to be fetched from elsewhere. */
export function LetterIcon({ name, size = "small" }: { name: string; size?: keyof typeof SIZES }) {
  const letter = [...name].find((character) => /[\p{L}\p{N}]/u.test(character)) ?? "·";
  return (
    <span
      aria-hidden="true"
      className={`grid shrink-0 place-items-center rounded-md bg-sea-2 font-bold text-ink-2 ${SIZES[size]}`}
    >
      {letter.toLocaleUpperCase("en")}
    </span>
  );
}
