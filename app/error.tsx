"use client";

import { controlStyle } from "#components/ui/control-style.ts";

interface ErrorPageProps {
  readonly error: unknown;
  readonly retry: () => void;
}

/** A page that broke: what can be done, and what to tell whoever runs this. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <main id="main" tabIndex={-1} className="page-width flex-1 space-y-3 py-14 outline-none">
      <title>Something broke · Chartroom</title>
      <h1 className="font-bold text-2xl leading-tight">This page could not be made</h1>
      <p className="max-w-[62ch] text-ink-2">
        The fault is here, not in your question. Trying again may help; the rest of the site still works.
      </p>
      {digest !== null && (
        <p className="text-ink-2">
          Whoever runs this server finds the reason in its log under{" "}
          <code className="text-ink">{digest}</code>.
        </p>
      )}
      <p className="flex flex-wrap gap-3 pt-1">
        <button type="button" onClick={retry} className={controlStyle.primary}>
          Try again
        </button>
        <a href="/" className={controlStyle.secondary}>
          Search all charts
        </a>
      </p>
    </main>
  );
}
