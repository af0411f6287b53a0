import type { ReactNode } from "react";

/** One way values are shown, and where it is. */
export interface ValuesWay {
  readonly name: string;
  readonly href: string;
  readonly chosen: boolean;
}

/** The ways values are shown, and what else can be done with them. */
export function ValuesNav({ ways, children }: { ways: readonly ValuesWay[]; children?: ReactNode }) {
  return (
    <>
      <nav
        aria-label="How values are shown"
        className="flex overflow-hidden rounded-sm border border-edge text-sm"
      >
        {ways.map(({ name, href, chosen }) => (
          <a
            key={name}
            href={href}
            aria-current={chosen ? "page" : undefined}
            className="px-3 py-1.5 text-ink-2 hover:text-ink focus-visible:-outline-offset-2 aria-[current]:bg-ink aria-[current]:text-paper"
          >
            {name}
          </a>
        ))}
      </nav>
      {children}
    </>
  );
}
