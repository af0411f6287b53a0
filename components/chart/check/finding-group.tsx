import { formatCount } from "#components/ui/format.ts";
import { type ChartId, valueKeyPath } from "#lib/catalog/chart-path.ts";
import type { CheckReport, Finding } from "#lib/chart/check/check-report.ts";
import type { FindingGroupPlan } from "./finding-groups.ts";

const MARKS = { bad: "border-bad", warn: "border-warn", quiet: "border-rule" } as const;

interface GroupProps {
  id: ChartId;
  /** The version that was checked against. */
  version: string;
  group: FindingGroupPlan;
  report: CheckReport;
  onLine: (line: number, column: number | null) => void;
}

/** Findings of one gravity, each with its line and where its key is documented; nothing if there are none. */
export function FindingGroup({ id, version, group, report, onLine }: GroupProps) {
  const count = group.kinds.reduce((sum, kind) => sum + report.counts[kind], 0);
  if (count === 0) return null;
  const findings = report.findings.filter(({ kind }) => group.kinds.includes(kind));
  const list = (
    <ol className="mt-1.5 space-y-1.5">
      {findings.map((finding) => (
        <li
          key={`${finding.kind} ${finding.path} ${finding.line} ${finding.message}`}
          className={`border-l-3 pl-3 ${MARKS[group.tone]}`}
        >
          <FindingLine id={id} version={version} finding={finding} onLine={onLine} />
        </li>
      ))}
      {findings.length < count && (
        <li className="pl-3 text-ink-2 text-sm">and {formatCount(count - findings.length)} more</li>
      )}
    </ol>
  );
  const title = `${group.title} (${formatCount(count)})`;
  return group.folded ? (
    <details className="mt-5">
      <summary className="w-fit cursor-pointer font-semibold">{title}</summary>
      {list}
    </details>
  ) : (
    <section className="mt-5">
      <h4 className="font-semibold">{title}</h4>
      {list}
    </section>
  );
}

function FindingLine({
  id,
  version,
  finding: { line, column, message, instead, documented },
  onLine,
}: {
  id: ChartId;
  version: string;
  finding: Finding;
  onLine: GroupProps["onLine"];
}) {
  const links = [...new Set([instead, documented])].filter((path) => path !== null);
  return (
    <>
      {line !== null && (
        <button
          type="button"
          onClick={() => onLine(line, column)}
          className="mr-2 text-link text-sm tabular-nums hover:underline"
        >
          Line {line}
          {column !== null && `, column ${column}`}
        </button>
      )}
      <span>{message}</span>
      {links.length > 0 && (
        <span className="block text-ink-2 text-sm">
          {links.map((path, at) => (
            <span key={path}>
              {at > 0 && " · "}
              <a href={valueKeyPath(id, version, path)} className="text-link">
                <code>{path}</code>
              </a>
            </span>
          ))}
        </span>
      )}
    </>
  );
}
