"use client";

import { type SubmitEvent, useState } from "react";
import { THEMES, type Theme } from "./theme.ts";

const LABELS: Record<Theme, string> = { day: "Day", night: "Night", system: "Like the system" };

const DRAWINGS: Record<Theme, string> = {
  day: "M8 4.6a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8ZM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3.1 3.1l1.1 1.1M11.8 11.8l1.1 1.1M3.1 12.9l1.1-1.1M11.8 4.2l1.1-1.1",
  night: "M13.2 9.9A5.7 5.7 0 0 1 6.1 2.8a5.7 5.7 0 1 0 7.1 7.1Z",
  system: "M2 3h12v8H2zM6 14h4M8 11v3",
};

/** Three buttons of one form. Without JavaScript it posts and comes back; with it the theme changes in place. */
export function ThemeSwitch({ current }: { current: Theme }) {
  const [theme, setTheme] = useState(current);

  function choose(event: SubmitEvent<HTMLFormElement>) {
    const form = new FormData(event.currentTarget, event.nativeEvent.submitter);
    const chosen = THEMES.find((one) => one === form.get("theme"));
    if (chosen === undefined) return;
    event.preventDefault();
    setTheme(chosen);
    if (chosen === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = chosen;
    // Remembering is all the server is asked for: what is on screen is right already, even if it does not answer.
    void fetch("/theme", {
      method: "POST",
      body: new URLSearchParams({ theme: chosen }),
      redirect: "manual",
    }).catch(() => undefined);
  }

  return (
    <form
      method="post"
      action="/theme"
      onSubmit={choose}
      className="flex rounded-sm border border-edge bg-paper"
    >
      {THEMES.map((one) => (
        <button
          key={one}
          type="submit"
          name="theme"
          value={one}
          aria-label={LABELS[one]}
          aria-pressed={one === theme}
          title={LABELS[one]}
          className="grid size-7 place-items-center text-ink-2 hover:text-ink aria-pressed:bg-sea-2 aria-pressed:text-ink"
        >
          <svg
            width="14"
            height="14"
            viewBox="0 0 16 16"
            aria-hidden="true"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.4"
            strokeLinecap="round"
            strokeLinejoin="round"
          >
            <path d={DRAWINGS[one]} />
          </svg>
        </button>
      ))}
    </form>
  );
}
