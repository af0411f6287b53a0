import type { SchemaChange, SchemaDifference } from "#lib/chart/compare/compare-schemas.ts";
import { ChangeList } from "./change-list.tsx";
import { Value } from "./value-diff.tsx";

/** How what is allowed of each key differs. */
export function SchemaChanges({
  difference: { sides, changes },
  all,
}: {
  difference: SchemaDifference;
  all: string | null;
}) {
  const required = changes.filter(({ nowRequired }) => nowRequired);
  const others = changes.filter(({ nowRequired }) => !nowRequired);
  return (
    <>
      {sides.from !== sides.to && (
        <p>{sides.to ? "There was no schema before." : "There is no schema any more."}</p>
      )}
      <ChangeList title="Now required" mark="changed" entries={required} keyOf={pathOf} all={all}>
        {(change) => <Change {...change} />}
      </ChangeList>
      <ChangeList
        title="Said no more"
        mark="removed"
        entries={others.filter(({ to }) => to === null)}
        keyOf={pathOf}
        all={all}
      >
        {(change) => <Change {...change} />}
      </ChangeList>
      <ChangeList
        title="Other rules"
        mark="changed"
        entries={others.filter(({ from, to }) => from !== null && to !== null)}
        keyOf={pathOf}
        all={all}
      >
        {(change) => <Change {...change} />}
      </ChangeList>
      <ChangeList
        title="Newly described"
        mark="added"
        entries={others.filter(({ from }) => from === null)}
        keyOf={pathOf}
        all={all}
      >
        {(change) => <Change {...change} />}
      </ChangeList>
    </>
  );
}

function Change({ path, from, to }: SchemaChange) {
  return (
    <>
      <code className="compare-key">
        <bdi>{path === "" ? "the whole" : path}</bdi>
      </code>
      {from !== null && <Value as="del" value={from} />} {to !== null && <Value as="ins" value={to} />}
    </>
  );
}

function pathOf({ path }: { path: string }): string {
  return path;
}
