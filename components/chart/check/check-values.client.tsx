"use client";

import { lazy, Suspense } from "react";
import type { ChartId } from "#lib/catalog/chart-path.ts";

const Panel = lazy(async () => ({ default: (await import("./check-panel.client.tsx")).CheckPanel }));

/** The check, whose code is fetched where it is shown and nowhere else. */
export function CheckValues(props: { id: ChartId; version: string; versions: readonly string[] }) {
  return (
    <Suspense fallback={<p className="min-h-100 text-ink-2">The check is being fetched …</p>}>
      <Panel {...props} />
    </Suspense>
  );
}
