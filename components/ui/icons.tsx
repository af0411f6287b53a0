/** A magnifying glass. Icons here stand beside words and are hidden from screen readers. */
export function SearchIcon() {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 18 18"
      aria-hidden="true"
      className="shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    >
      <circle cx="7" cy="7" r="5.4" />
      <path d="m11 11 5.6 5.6" />
    </svg>
  );
}

/** A cross: takes something away. */
export function CrossIcon() {
  return (
    <svg
      width="10"
      height="10"
      viewBox="0 0 10 10"
      aria-hidden="true"
      className="shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
    >
      <path d="m2 2 6 6M8 2 2 8" />
    </svg>
  );
}
