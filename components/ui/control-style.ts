const CONTROL = "inline-flex items-center justify-center gap-1.5 rounded-sm text-sm";

/** Class names of buttons, links that act like one, and fields, so that all of them look and focus alike. */
export const controlStyle = {
  /** The one thing to do here. */
  primary: `${CONTROL} min-h-9 bg-signal px-4 font-semibold text-on-signal hover:underline hover:underline-offset-3`,
  secondary: `${CONTROL} min-h-9 border border-edge bg-paper px-3 text-ink hover:border-ink`,
  field: "min-h-9 rounded-sm border border-edge bg-paper px-3 text-ink placeholder:text-ink-3",
} as const;
