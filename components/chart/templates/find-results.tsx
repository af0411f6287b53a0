import { BlankState } from "#components/ui/blank-state.tsx";
import { formatCount, formatQuantity } from "#components/ui/format.ts";
import { MarkedText } from "#components/ui/marked-text.tsx";
import { type ChartId, chartPath, valueKeyPath } from "#lib/catalog/chart-path.ts";
import type { TemplateFindings } from "#lib/chart/templates/find-in-templates.ts";
import { findTemplatesPath } from "./template-addresses.ts";

/** Lines of all templates that have what was looked for, by file. */
export function FindResults({
  id,
  address,
  find,
  findings,
}: {
  id: ChartId;
  address: string | null;
  find: string;
  findings: TemplateFindings;
}) {
  const { files, total, cut, key } = findings;
  if (total === 0) {
    return (
      <BlankState title={key === null ? "No line has all of this" : "No template uses this key"}>
        <p>
          {key === null
            ? "Every word must stand in one line."
            : "It may be read through a key that is computed, or only by a subchart's library."}{" "}
          <a href={chartPath(id, address, "templates")} className="text-link">
            All files
          </a>
        </p>
      </BlankState>
    );
  }
  return (
    <>
      <p role="status" className="mb-3 text-ink-2 text-sm">
        <FindSummary id={id} address={address} find={find} findings={findings} />
      </p>
      {files.map((file) => (
        <section key={file.path} className="found-file">
          <h2>
            <a href={findTemplatesPath(id, address, find, file.path)}>
              <code>{file.path}</code>
            </a>{" "}
            <span>{formatQuantity(file.total, "line")}</span>
          </h2>
          <ul>
            {file.lines.map(({ line, segments }) => (
              <li key={line}>
                <a href={findTemplatesPath(id, address, find, file.path, line)} aria-label={`Line ${line}`}>
                  {line}
                </a>
                <code>
                  <MarkedText segments={segments} />
                </code>
              </li>
            ))}
          </ul>
          {file.total > file.lines.length && (
            <a href={findTemplatesPath(id, address, find, file.path)} className="text-link">
              {formatCount(file.total - file.lines.length)} more in this file
            </a>
          )}
        </section>
      ))}
      {cut && <p className="text-ink-2 text-sm">There are more; other words would find fewer.</p>}
    </>
  );
}

/** How much was found, and of what. */
function FindSummary({
  id,
  address,
  findings: { files, total, key, above },
}: {
  id: ChartId;
  address: string | null;
  find: string;
  findings: TemplateFindings;
}) {
  const places = `${formatQuantity(total, "line")} in ${formatQuantity(files.length, "file")}`;
  if (key === null) return places;
  const shown = above ?? key;
  const link = (
    <a href={valueKeyPath(id, address, shown)} className="text-link">
      <code>{shown}</code>
    </a>
  );
  if (above === null) {
    return (
      <>
        {link} is used in {places}
      </>
    );
  }
  return (
    <>
      No template names <code>{key}</code> itself; it may be read with {link}, which is used in {places}
    </>
  );
}

/** What a file that is shown has of it. */
export function FoundHere({
  id,
  address,
  find,
  findings,
}: {
  id: ChartId;
  address: string | null;
  find: string;
  findings: TemplateFindings;
}) {
  const lines = findings.files.flatMap((file) => file.lines.map(({ line }) => line));
  return (
    <p role="status" className="found-here">
      <span>
        {lines.length === 0 ? "No line here has" : `${formatQuantity(findings.total, "line")} here with`}{" "}
        <mark>{find}</mark>
      </span>
      {lines.slice(0, 40).map((line) => (
        <a key={line} href={`#L${line}`} aria-label={`Line ${line}`}>
          {line}
        </a>
      ))}
      {lines.length > 40 && <span>…</span>}
      <a href={findTemplatesPath(id, address, find)}>In all templates</a>
    </p>
  );
}
