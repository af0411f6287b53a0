"use client";

import type { ComponentProps } from "react";
import ErrorPage from "./error.tsx";
import "./globals.css";

/** What is left to show when the frame around the pages broke: it has to bring its own. */
export default function GlobalErrorPage(props: ComponentProps<typeof ErrorPage>) {
  return (
    <html lang="en">
      <body className="flex min-h-dvh flex-col">
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
