import type { ReactNode } from "react";
import { BrandMark } from "./brand-mark.tsx";
import type { Theme } from "./theme.ts";
import { ThemeSwitch } from "./theme-switch.client.tsx";

interface MastheadProps {
  readonly theme: Theme;
  /** What stands between navigation and theme. */
  readonly children: ReactNode;
}

/** Brand, navigation and theme, over whatever the page puts in its band. */
export function Masthead({ theme, children }: MastheadProps) {
  return (
    <header className="relative z-10">
      <div className="page-width flex h-15 items-center gap-3 sm:gap-5">
        <a href="/" className="flex items-center gap-2 font-bold text-lg tracking-[0.01em] no-underline">
          <BrandMark />
          Chartroom
        </a>
        <nav aria-label="Site" className="ml-auto text-ink-2 text-sm">
          <a
            href="/sources"
            className="rounded-sm px-1 py-2 hover:text-ink hover:underline hover:decoration-signal hover:underline-offset-3"
          >
            Sources
          </a>
        </nav>
        {children}
        <ThemeSwitch current={theme} />
      </div>
    </header>
  );
}
