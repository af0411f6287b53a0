import { ReadmeTab } from "#components/chart/readme/readme-tab.tsx";
import { releaseReadme } from "#lib/server/release/release-readme.ts";
import type { ContentTabProps } from "./tab-props.ts";

export function Readme({ release, content }: ContentTabProps) {
  return <ReadmeTab release={release} content={content} rendered={releaseReadme(release)} />;
}
