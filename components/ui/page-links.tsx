import type { MouseEvent, ReactNode } from "react";
import { controlStyle } from "./control-style.ts";
import { formatCount } from "./format.ts";

/** Ways to the other pages of a list; nothing when there is only one, or this one is past the last. */
export function PageLinks({
  label,
  page,
  pages,
  hrefOf,
  onFollow,
  children,
}: {
  /** What is paged, for who cannot see what the links stand below. */
  label: string;
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  /** Where a link is answered without leaving the page. */
  onFollow?: (page: number) => (event: MouseEvent) => void;
  children?: ReactNode;
}) {
  if (pages <= 1 || page > pages) return null;
  const link = (to: number, text: string, rel?: "prev" | "next") => (
    <a href={hrefOf(to)} rel={rel} onClick={onFollow?.(to)} className={controlStyle.secondary}>
      {text}
    </a>
  );
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-5 text-ink-2 text-sm">
      {page > 2 && link(1, "First")}
      {page > 1 && link(page - 1, "Previous", "prev")}
      <span className="tabular-nums">
        Page {formatCount(page)} of {formatCount(pages)}
      </span>
      {page < pages && link(page + 1, "Next", "next")}
      {page < pages - 1 && link(pages, "Last")}
      {children}
    </nav>
  );
}
