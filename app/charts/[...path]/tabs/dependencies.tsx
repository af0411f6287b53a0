import { BlankState } from "#components/ui/blank-state.tsx";
import type { ContentTabProps } from "./tab-props.ts";

export function Dependencies({ release }: ContentTabProps) {
  return <BlankState title={release.summary.version}>Not built yet.</BlankState>;
}
