import { contourLines, SHEET } from "./contour-lines.ts";

const LINES = contourLines();
const MINOR = LINES.filter((line) => !line.major);
const MAJOR = LINES.filter((line) => line.major);

/** Depth contours behind the masthead and in empty states: the only ornament there is. Fills the nearest positioned box. */
export function Isobaths() {
  return (
    <svg
      viewBox={`0 0 ${SHEET.width} ${SHEET.height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      className="mask-l-from-20% mask-l-to-130% pointer-events-none absolute inset-0 size-full text-contour"
    >
      <path d={MINOR.map((line) => line.path).join("")} strokeWidth="0.8" opacity="0.7" />
      <path d={MAJOR.map((line) => line.path).join("")} strokeWidth="1.5" opacity="0.9" />
    </svg>
  );
}
