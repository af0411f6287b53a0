import { controlStyle } from "#components/ui/control-style.ts";
import type { ReleaseSummary } from "#lib/catalog/catalog.ts";
import { type ChartAddress, comparePath } from "#lib/catalog/chart-path.ts";

/** One side of the form: what is known of it. */
export interface FormSide {
  /** Source and repository, or what somebody wrote. */
  readonly chart: string;
  /** As the address names it; null for the latest. */
  readonly version: string | null;
  /** Of the chart, newest first; empty if it is not known. */
  readonly versions: readonly ReleaseSummary[];
}

/** Versions one can choose; others can be written behind the chart's address. */
const MAX_VERSIONS = 500;

/** Which two releases: a form that asks the server, and the way to look from the other side. */
export function SideForm({
  from,
  to,
  sides,
}: {
  from: FormSide;
  to: FormSide;
  /** Where both are found, their addresses. */
  sides: { readonly from: ChartAddress; readonly to: ChartAddress } | null;
}) {
  return (
    <form action="/compare" className="compare-form">
      <Side name="from" title="From" side={from} />
      <Side name="to" title="To" side={to} />
      <p>
        <button type="submit" className={controlStyle.primary}>
          Compare
        </button>
        {sides !== null && (
          <a href={comparePath(sides.to, sides.from)} className={controlStyle.secondary}>
            Swap
          </a>
        )}
      </p>
    </form>
  );
}

function Side({
  name,
  title,
  side: { chart, version, versions },
}: {
  name: "from" | "to";
  title: string;
  side: FormSide;
}) {
  const listed = versions.slice(0, MAX_VERSIONS);
  const isListed = version === null || listed.some((one) => one.version === version);
  return (
    <fieldset>
      <legend>{title}</legend>
      <label>
        <span>Chart</span>
        <input
          name={name}
          defaultValue={chart}
          required
          autoComplete="off"
          spellCheck={false}
          placeholder="source/repository"
          className={controlStyle.field}
        />
      </label>
      <input type="hidden" name={`${name}-chart`} value={chart} />
      <label>
        <span>Version</span>
        <select name={`${name}-version`} defaultValue={version ?? ""} className={controlStyle.field}>
          <option value="">Latest</option>
          {!isListed && <option value={version}>{version}</option>}
          {listed.map((one) => (
            <option key={one.tag} value={one.version}>
              {one.version}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}
