import { formatCount } from "#components/ui/format.ts";
import type { UpgradeRisk } from "#lib/chart/compare/upgrade-risks.ts";

const SHOWN = 12;

/** What may break an upgrade, before all else. */
export function UpgradeRisks({ risks, complete }: { risks: readonly UpgradeRisk[]; complete: boolean }) {
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
          {risks.slice(0, SHOWN).map((risk) => (
            <li key={JSON.stringify(risk)}>
              <Risk risk={risk} />
            </li>
          ))}
          {risks.length > SHOWN && <li>and {formatCount(risks.length - SHOWN)} more, listed below</li>}
        </ul>
      )}
    </section>
  );
}

function Risk({ risk }: { risk: UpgradeRisk }) {
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
    case "vanished":
      return (
        <>
          <code>{risk.path}</code> vanished: what sets it has no effect.
        </>
      );
    case "moved":
      return (
        <>
          <code>{risk.path}</code> is now <code>{risk.to}</code>.
        </>
      );
    case "retyped":
      return (
        <>
          <code>{risk.path}</code> is of another type.
        </>
      );
    case "required":
      return (
        <>
          <code>{risk.path}</code> must be set now.
        </>
      );
  }
}
