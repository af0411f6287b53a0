import { Fragment } from "react";
import { formatCount } from "#components/ui/format.ts";
import type { UpgradeRisk } from "#lib/chart/compare/upgrade-risks.ts";

const SHOWN = 12;

type KeyRisk = Extract<UpgradeRisk, { kind: "vanished" | "retyped" | "required" }>;

function isOfKey(risk: UpgradeRisk): risk is KeyRisk {
  return risk.kind === "vanished" || risk.kind === "retyped" || risk.kind === "required";
}

/** What may break an upgrade, before all else. */
export function UpgradeRisks({ risks, complete }: { risks: readonly UpgradeRisk[]; complete: boolean }) {
  const others = risks.filter((risk) => !isOfKey(risk));
  const pathsOf = (kind: KeyRisk["kind"]) =>
    risks.filter(isOfKey).flatMap((risk) => (risk.kind === kind ? [risk.path] : []));
  return (
    <section aria-labelledby="risks-title" className="compare-risks">
      <h2 id="risks-title">What may break an upgrade</h2>
      {risks.length === 0 ? (
        <p>
          {complete
            ? "Nothing that can be told from the charts' files."
            : "Nothing was found, but not every difference could be computed."}
        </p>
      ) : (
        <ul>
          {others.slice(0, SHOWN).map((risk) => (
            <li key={JSON.stringify(risk)}>
              <Risk risk={risk} />
            </li>
          ))}
          {others.length > SHOWN && <li>and {formatCount(others.length - SHOWN)} more, listed below</li>}
          <Keys paths={pathsOf("vanished")}>Vanished, so that what sets them has no effect:</Keys>
          <Keys paths={pathsOf("retyped")}>Of another type:</Keys>
          <Keys paths={pathsOf("required")}>Must be set now:</Keys>
        </ul>
      )}
    </section>
  );
}

/** Keys of which the same is to be said, in one sentence. */
function Keys({ children, paths }: { children: string; paths: readonly string[] }) {
  if (paths.length === 0) return null;
  const more = paths.length - SHOWN;
  return (
    <li>
      {children}{" "}
      {paths.slice(0, SHOWN).map((path, index) => (
        <Fragment key={path}>
          {index > 0 && ", "}
          <code>{path}</code>
        </Fragment>
      ))}
      {more > 0 && ` and ${formatCount(more)} more, listed below`}
    </li>
  );
}

function Risk({ risk }: { risk: Exclude<UpgradeRisk, KeyRisk> }) {
  switch (risk.kind) {
    case "renamed":
      return (
        <>
          The chart is called <bdi>{risk.name}</bdi>: a release is not upgraded to another chart.
        </>
      );
    case "library":
      return "It is a library now, which cannot be installed.";
    case "kubernetes":
      return (
        <>
          It is for fewer Kubernetes versions: <code>{risk.to}</code>
          {risk.from === "" ? (
            ", before for any."
          ) : (
            <>
              , before <code>{risk.from}</code>.
            </>
          )}
        </>
      );
    case "crd":
      return (
        <>
          <code>{risk.name}</code>{" "}
          {risk.version === null ? "is not defined any more." : `has no ${risk.version} any more.`}
        </>
      );
    case "subchart":
      return (
        <>
          The subchart <code>{risk.path}</code> is gone.
        </>
      );
    case "moved":
      return (
        <>
          <code>{risk.path}</code> is now <code>{risk.to}</code>.
        </>
      );
  }
}
