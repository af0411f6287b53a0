const CLEAR_LINE = "\r\u001b[K";

/** A terminal with one changing line at its end, that lines written meanwhile do not break. */
export interface StatusLine {
  readonly isTTY: true;
  write(text: string): void;
  /** Replaces the changing line; empty takes it away. */
  readonly draw: (line: string) => void;
}

/** The changing line is cut to the terminal's width: a wrapped one could not be cleared. */
export function createStatusLine(terminal: {
  write(text: string): unknown;
  readonly columns?: number;
}): StatusLine {
  let current = "";
  return {
    isTTY: true,
    write(text) {
      terminal.write(`${CLEAR_LINE}${text}${current}`);
    },
    draw(line) {
      current = line.slice(0, (terminal.columns ?? 80) - 1);
      terminal.write(`${CLEAR_LINE}${current}`);
    },
  };
}
