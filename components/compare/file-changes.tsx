import { formatQuantity } from "#components/ui/format.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { FileChange, FilesDifference } from "#lib/chart/compare/compare-files.ts";
import { ChangeList } from "./change-list.tsx";

const LISTS = [
  { kind: "removed", title: "Gone", mark: "removed" },
  { kind: "moved", title: "Elsewhere, with the same content", mark: "moved" },
  { kind: "changed", title: "Changed", mark: "changed" },
  { kind: "added", title: "New", mark: "added" },
] as const;

/** Files by their path; each leads to its lines. */
export function FileChanges({
  difference: { changes, unknown },
  all,
  fileHref,
}: {
  difference: FilesDifference;
  all: string | null;
  fileHref: (path: string) => string;
}) {
  return (
    <>
      {LISTS.map(({ kind, title, mark }) => (
        <ChangeList
          key={kind}
          title={title}
          mark={mark}
          entries={changes.filter((change) => change.kind === kind)}
          keyOf={({ path }) => path}
          all={all}
        >
          {(change) => <FileEntry change={change} fileHref={fileHref} />}
        </ChangeList>
      ))}
      {unknown.length > 0 && (
        <Notice>
          Whether {formatQuantity(unknown.length, "file")} of the same size on both sides differ could not be
          found out: {unknown.slice(0, 5).join(", ")}
          {unknown.length > 5 && " and others"}.
        </Notice>
      )}
    </>
  );
}

function FileEntry({ change, fileHref }: { change: FileChange; fileHref: (path: string) => string }) {
  if (change.kind === "moved") {
    return (
      <>
        <del>
          <code>{change.from}</code>
        </del>{" "}
        <span>is now</span>{" "}
        <ins>
          <code>{change.path}</code>
        </ins>
      </>
    );
  }
  const Element = change.kind === "removed" ? "del" : change.kind === "added" ? "ins" : "span";
  return (
    <a href={fileHref(change.path)} className="compare-key text-link">
      <Element>{change.path}</Element>
    </a>
  );
}
