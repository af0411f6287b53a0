import { badgePath, type ChartId, chartPath, feedPath } from "#lib/catalog/chart-path.ts";
import { CopyButton } from "../copy-button.client.tsx";
import { Fact } from "./fact.tsx";

/** How to follow the chart, and how to name it elsewhere. */
export function FeedFacts({ id, publicUrl }: { id: ChartId; publicUrl: string }) {
  const name = id.repository.split("/").at(-1) ?? "";
  return (
    <Fact name="Follow and embed">
      <dd className="flex flex-wrap gap-x-2.5">
        <a href={feedPath(id)} className="text-link">
          Feed
        </a>
        <a href={badgePath(id)} className="text-link">
          Badge
        </a>
        <CopyButton
          text={`[![${name}](${publicUrl}${badgePath(id)})](${publicUrl}${chartPath(id)})`}
          label="Copy the badge as Markdown"
          className="text-link"
        >
          copy as Markdown
        </CopyButton>
      </dd>
    </Fact>
  );
}
