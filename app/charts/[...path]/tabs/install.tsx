import { BlankState } from "#components/ui/blank-state.tsx";
import type { TabProps } from "./tab-props.ts";

export function Install({ release }: TabProps) {
  return <BlankState title={release.summary.version}>Not built yet.</BlankState>;
}
