import localFont from "next/font/local";

// next/font reads its arguments at build time, so they are literals, repeated where they repeat. The extended and the
// italic faces are fetched only by pages that hold one of their characters.

const sans = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  weight: "200 800",
  variable: "--font-next",
  adjustFontFallback: false,
});

const sansExtended = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
  weight: "200 800",
  variable: "--font-next-ext",
  adjustFontFallback: false,
  preload: false,
  declarations: [
    {
      prop: "unicode-range",
      value: "U+0100-02FF, U+1D00-1DBF, U+1E00-1EFF, U+20A0-20C0, U+2C60-2C7F, U+A720-A7FF",
    },
  ],
});

const sansItalic = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2",
  weight: "200 800",
  style: "italic",
  variable: "--font-next-italic",
  adjustFontFallback: false,
  preload: false,
});

const mono = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-wght-normal.woff2",
  weight: "200 800",
  variable: "--font-mono-latin",
  adjustFontFallback: false,
});

const monoExtended = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-ext-wght-normal.woff2",
  weight: "200 800",
  variable: "--font-mono-ext",
  adjustFontFallback: false,
  preload: false,
  declarations: [
    {
      prop: "unicode-range",
      value: "U+0100-02FF, U+1D00-1DBF, U+1E00-1EFF, U+20A0-20C0, U+2C60-2C7F, U+A720-A7FF",
    },
  ],
});

/** Class names that declare the font variables globals.css builds its families from. */
export const FONT_VARIABLES = [sans, sansExtended, sansItalic, mono, monoExtended]
  .map((font) => font.variable)
  .join(" ");
