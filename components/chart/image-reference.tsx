import { Fragment } from "react";

/** An image's name, which breaks where its parts meet before it breaks within one. */
export function ImageReference({ reference }: { reference: string }) {
  const parts = reference.split(/(?<=[/:@])/);
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text do not change places
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
