/** Depth contours behind the masthead and in empty states: the only ornament there is. Fills the nearest positioned box. */
export function Isobaths() {
  return <div aria-hidden="true" className="isobaths pointer-events-none absolute inset-0" />;
}
