import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { type ChartId, chartPath, comparePath } from "#lib/catalog/chart-path.ts";
import type { ReleaseChanges } from "#lib/catalog/chart-relations.ts";
import type { HubChange } from "#lib/chart/hub-annotations.ts";
import { ExternalLink } from "../external-link.tsx";
import { parseHttpAddress } from "../http-address.ts";
import { type ChangedRelease, entryId } from "./plan-changes.ts";

/** Entries of one release that are listed at once; the rest folds. */
const SHOWN = 50;

const TONES = {
  added: "good",
  changed: "plain",
  deprecated: "warn",
  removed: "bad",
  fixed: "plain",
  security: "bad",
} as const;

/** One release: its authors' list of changes, or what is known to differ from the one before. */
export function ReleaseEntry({
  id,
  changed: { release, before },
  said,
  saidBefore,
}: {
  id: ChartId;
  changed: ChangedRelease;
  said: ReleaseChanges | null;
  /** Of the release before it. */
  saidBefore: ReleaseChanges | null;
}) {
  const repeats = before !== null && saysTheSame(said, saidBefore);
  const changes = repeats ? [] : (said?.changes ?? []);
  return (
    <li id={entryId(release.version)} className="scroll-mt-4 border-rule border-b py-3 target:bg-sea-1">
      <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <h3 className="break-all font-mono font-semibold">
          <a href={chartPath(id, release.version)} className="text-link">
            {release.version}
          </a>
        </h3>
        <a
          href={`#${entryId(release.version)}`}
          aria-label={`Address of the changes of ${release.version}`}
          className="text-ink-3 hover:text-ink"
        >
          #
        </a>
        {said?.containsSecurityUpdates === true && <Badge tone="bad">security updates</Badge>}
        {(release.channel === "prerelease" || said?.prerelease === true) && (
          <Badge tone="warn">prerelease</Badge>
        )}
        {release.deprecated && <Badge tone="bad">deprecated</Badge>}
        {release.created !== null && (
          <span className="text-ink-2 text-sm">
            <RelativeTime iso={release.created} />
          </span>
        )}
        {before !== null && (
          <a
            href={comparePath({ id, version: before.version }, { id, version: release.version })}
            className="text-link text-sm"
          >
            compare with {before.version}
          </a>
        )}
      </div>
      <AppVersion release={release} before={before} />
      {repeats && (
        <p className="text-ink-2 text-sm">
          Its list of changes is still that of {before.version}, word for word.
        </p>
      )}
      {changes.length > 0 && (
        <ul className="mt-1.5 space-y-1">
          {changes.slice(0, SHOWN).map((change) => (
            <Change key={`${change.kind} ${change.description}`} change={change} />
          ))}
        </ul>
      )}
      {changes.length > SHOWN && (
        <details className="mt-1">
          <summary className="text-sm">{changes.length - SHOWN} more</summary>
          <ul className="space-y-1">
            {changes.slice(SHOWN).map((change) => (
              <Change key={`${change.kind} ${change.description}`} change={change} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** Many authors leave the list of an earlier release in place. */
function saysTheSame(one: ReleaseChanges | null, other: ReleaseChanges | null): boolean {
  return (one?.changes.length ?? 0) > 0 && JSON.stringify(one?.changes) === JSON.stringify(other?.changes);
}

function AppVersion({ release, before }: ChangedRelease) {
  const [now, then] = [release.appVersion, before?.appVersion ?? null];
  if (now === null || (before !== null && now === then)) return null;
  return (
    <p className="text-ink-2 text-sm">
      app version{" "}
      {then !== null && (
        <>
          <code>{then}</code> to{" "}
        </>
      )}
      <code>{now}</code>
    </p>
  );
}

function Change({ change: { kind, description, links } }: { change: HubChange }) {
  return (
    <li className="break-words">
      {kind !== null && <Badge tone={TONES[kind]}>{kind}</Badge>} <span dir="auto">{description}</span>
      {links.map((link) => {
        const address = parseHttpAddress(link.url);
        return address === null ? null : (
          <span key={link.url} className="ml-2 text-sm">
            <ExternalLink href={address.href}>{link.name}</ExternalLink>
          </span>
        );
      })}
    </li>
  );
}
