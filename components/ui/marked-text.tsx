/** Text with the matched runs marked. */
export function MarkedText({ segments }: { segments: readonly { text: string; match: boolean }[] }) {
  return segments.map((segment, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a run of text has no other identity, and none is ever moved
    segment.match ? <mark key={index}>{segment.text}</mark> : segment.text,
  );
}
