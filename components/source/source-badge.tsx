import { Badge } from "#components/ui/badge.tsx";
import type { SourceState } from "#lib/catalog/catalog.ts";

const STATUS = {
  waiting: { tone: "plain", label: "waiting to be read" },
  reading: { tone: "warn", label: "being read" },
  current: { tone: "good", label: "current" },
  failing: { tone: "bad", label: "last reading failed" },
} as const;

/** How the reading of a source stands, in a word. */
export function SourceBadge({ status }: Pick<SourceState, "status">) {
  const { tone, label } = STATUS[status];
  return <Badge tone={tone}>{label}</Badge>;
}
