import { formatQuantity } from "#components/ui/format.ts";
import type { FailedReleases } from "#lib/catalog/catalog.ts";
import { chartPath } from "#lib/catalog/chart-path.ts";

/** Every release that cannot be read, with its reason. */
export function FailedReleaseList({ failed }: { failed: FailedReleases }) {
  const { total, releases } = failed;
  if (total === 0) return null;
  return (
    <section aria-labelledby="unreadable" className="mt-8">
      <h2 id="unreadable" className="font-semibold text-lg">
        Unreadable releases
      </h2>
      {releases.length < total && (
        <p className="mt-1 text-ink-2 text-sm">
          {formatQuantity(releases.length, "release")} of {formatQuantity(total, "release")} are listed.
        </p>
      )}
      <ul className="mt-2.5 max-w-[58rem] divide-y divide-rule text-sm">
        {releases.map(({ id, version, reason }) => (
          <li key={`${id.repository} ${version}`} className="py-2">
            <a href={chartPath(id, version)} className="wrap-anywhere text-link">
              <bdi>{id.repository}</bdi> <bdi>{version}</bdi>
            </a>
            <p className="wrap-anywhere text-ink-2">
              <bdi>{reason}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
