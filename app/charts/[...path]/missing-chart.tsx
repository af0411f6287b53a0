import { chartPath } from "#lib/catalog/chart-path.ts";
import { MissingPage } from "../../missing-page.tsx";
import { chartWithoutVersion } from "./load-chart.ts";

/** A chart that is not there; or one that is, without the version asked for: an old link leads on. */
export async function MissingChart({ segments }: { segments: readonly string[] }) {
  const asked = await chartWithoutVersion(segments);
  if (asked === null) return <MissingPage />;
  const { id, version } = asked;
  return (
    <MissingPage>
      <p>
        The chart{" "}
        <a href={chartPath(id)} className="text-link">
          <bdi>{id.repository}</bdi>
        </a>{" "}
        is here, but not its version <code>{version}</code>. See{" "}
        <a href={chartPath(id, null, "versions")} className="text-link">
          all its versions
        </a>
        .
      </p>
    </MissingPage>
  );
}
