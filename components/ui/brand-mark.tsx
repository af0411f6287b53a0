/** A compass rose in the signal colour. */
export function BrandMark() {
  return (
    <svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true" className="shrink-0 text-signal">
      <circle cx="12" cy="12" r="10.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path fill="currentColor" d="M12 2.2 13.9 10.1 21.8 12 13.9 13.9 12 21.8 10.1 13.9 2.2 12 10.1 10.1Z" />
      <circle cx="12" cy="12" r="2" className="fill-sea-1" />
    </svg>
  );
}
