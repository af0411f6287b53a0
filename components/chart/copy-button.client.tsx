"use client";

import { type ReactNode, useEffect, useState } from "react";

const SHOWN_MS = 2000;

/** Puts text on the clipboard: `text`, or what `address` of this server answers. Needs JavaScript, and hides without it. */
export function CopyButton({
  text,
  address,
  label,
  className,
  children,
}: {
  text?: string;
  address?: string;
  /** What is copied, for who cannot see what the button stands beside. */
  label: string;
  className: string;
  children: ReactNode;
}) {
  const [outcome, setOutcome] = useState<"Copied" | "Not copied" | null>(null);

  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(address === undefined ? (text ?? "") : await fetchText(address));
      setOutcome("Copied");
    } catch {
      setOutcome("Not copied");
    }
  }

  return (
    <>
      <button type="button" onClick={copy} aria-label={label} className={`noscript:hidden ${className}`}>
        {outcome ?? children}
      </button>
      <span role="status" className="sr-only">
        {outcome}
      </span>
    </>
  );
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.text();
}
