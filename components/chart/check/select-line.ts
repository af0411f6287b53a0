/** Selects a line of a field (from 1), brings it into view and puts the cursor there. */
export function selectLine(field: HTMLTextAreaElement, line: number, column: number | null): void {
  let start = 0;
  for (let number = 1; number < line; number++) {
    const end = field.value.indexOf("\n", start);
    if (end === -1) break;
    start = end + 1;
  }
  const next = field.value.indexOf("\n", start);
  const end = next === -1 ? field.value.length : next;
  field.focus({ preventScroll: true });
  field.setSelectionRange(column === null ? start : Math.min(start + column - 1, end), end);
  const height = Number.parseFloat(getComputedStyle(field).lineHeight);
  field.scrollTop = Math.max(0, (line - 1) * height - field.clientHeight / 2);
  field.scrollIntoView({ block: "nearest" });
}
