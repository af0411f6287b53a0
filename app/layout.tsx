import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { PaletteButton } from "#components/search/palette-button.client.tsx";
import { Footer } from "#components/ui/footer.tsx";
import { Masthead } from "#components/ui/masthead.tsx";
import { parseTheme, THEME_COOKIE } from "#components/ui/theme.ts";
import { FONT_VARIABLES } from "./fonts.ts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Chartroom", template: "%s · Chartroom" },
  description: "Search and read the Helm charts in your registries.",
  referrer: "same-origin",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#e9f2f6" },
    { media: "(prefers-color-scheme: dark)", color: "#10222d" },
  ],
};

/** The theme comes from a cookie, so that the first byte already has it and nothing flashes. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const chosen = parseTheme((await cookies()).get(THEME_COOKIE)?.value ?? "");
  return (
    <html lang="en" data-theme={chosen ?? undefined} className={FONT_VARIABLES} suppressHydrationWarning>
      <body className="flex min-h-dvh flex-col">
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          title="Chartroom"
          href="/opensearch.xml"
        />
        <a
          href="#main"
          className="sr-only z-20 rounded-sm bg-signal px-4 py-2 font-semibold text-on-signal focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
        >
          Skip to content
        </a>
        <Masthead theme={chosen ?? "system"}>
          <PaletteButton />
        </Masthead>
        {children}
        <Footer />
      </body>
    </html>
  );
}
