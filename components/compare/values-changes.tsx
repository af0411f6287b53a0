import { formatCount, formatQuantity } from "#components/ui/format.ts";
import { type ChartAddress, valueKeyPath } from "#lib/catalog/chart-path.ts";
import type { ValuesDifference } from "#lib/chart/compare/values-difference.ts";
import type { Json } from "#lib/chart/values/json.ts";
import { ChangeList } from "./change-list.tsx";
import { Value } from "./value-diff.tsx";

/** How values differ, what breaks an upgrade first. */
export function ValuesChanges({
  difference: { vanished, moved, retyped, changed, appeared, described },
  from,
  to,
  prefix,
  all,
}: {
  difference: ValuesDifference;
  from: ChartAddress;
  to: ChartAddress;
  /** What stands before the keys when they are set: `redis.` for a subchart's. */
  prefix: string;
  all: string | null;
}) {
  const key = (side: ChartAddress, path: string) => <Key side={side} path={prefix + path} />;
  return (
    <>
      <ChangeList title="Vanished" mark="removed" entries={vanished} keyOf={pathOf} all={all}>
        {({ path, value }) => (
          <>
            {key(from, path)} <Inside value={value} /> <Value as="del" value={value} />
          </>
        )}
      </ChangeList>
      <ChangeList title="Moved" mark="moved" entries={moved} keyOf={({ to: path }) => path} all={all}>
        {(one) => (
          <>
            <del>{key(from, one.from)}</del> <span>is now</span> <ins>{key(to, one.to)}</ins>{" "}
            <Value as="span" value={one.value} />
          </>
        )}
      </ChangeList>
      <ChangeList title="Another type" mark="changed" entries={retyped} keyOf={pathOf} all={all}>
        {(one) => (
          <>
            {key(to, one.path)} <span>{`${typeName(one.from)} became ${typeName(one.to)}`}</span>{" "}
            <Value as="del" value={one.from} /> <Value as="ins" value={one.to} />
          </>
        )}
      </ChangeList>
      <ChangeList title="Another default" mark="changed" entries={changed} keyOf={pathOf} all={all}>
        {(one) => (
          <>
            {key(to, one.path)}
            {one.items === null ? (
              <>
                <Value as="del" value={one.from} /> <Value as="ins" value={one.to} />
              </>
            ) : (
              <Items {...one.items} />
            )}
          </>
        )}
      </ChangeList>
      <ChangeList title="Appeared" mark="added" entries={appeared} keyOf={pathOf} all={all}>
        {({ path, value }) => (
          <>
            {key(to, path)} <Inside value={value} /> <Value as="ins" value={value} />
          </>
        )}
      </ChangeList>
      {described.length > 0 && (
        <details className="compare-apart">
          <summary>Only the description changed: {formatQuantity(described.length, "key")}</summary>
          <ChangeList title="Another description" mark="changed" entries={described} keyOf={pathOf} all={all}>
            {(one) => (
              <>
                {key(to, one.path)}
                <p dir="auto">
                  <del>{one.from}</del>
                </p>
                <p dir="auto">
                  <ins>{one.to}</ins>
                </p>
              </>
            )}
          </ChangeList>
        </details>
      )}
    </>
  );
}

function pathOf({ path }: { path: string }): string {
  return path;
}

function Key({ side, path }: { side: ChartAddress; path: string }) {
  return (
    <a href={valueKeyPath(side.id, side.version, path)} className="compare-key">
      <bdi>{path}</bdi>
    </a>
  );
}

/** How much came or went with a key that holds others. */
function Inside({ value }: { value: Json }) {
  const keys = countInside(value);
  return keys === 0 ? null : <span>with {formatQuantity(keys, "key")} in it</span>;
}

function countInside(value: Json): number {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return 0;
  return Object.values(value).reduce<number>((sum, one) => sum + 1 + countInside(one), 0);
}

function Items({ removed, added }: { removed: readonly Json[]; added: readonly Json[] }) {
  if (removed.length + added.length === 0) return <span>the same items in another order</span>;
  const shown = 20;
  const left = Math.max(0, removed.length - shown) + Math.max(0, added.length - shown);
  return (
    <ul className="compare-items">
      {removed.slice(0, shown).map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items of a list may be equal, and none is ever moved
        <li key={index}>
          <i aria-hidden="true">−</i> <Value as="del" value={item} />
        </li>
      ))}
      {added.slice(0, shown).map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <li key={index}>
          <i aria-hidden="true">+</i> <Value as="ins" value={item} />
        </li>
      ))}
      {left > 0 && <li>and {formatCount(left)} items more</li>}
    </ul>
  );
}

function typeName(value: Json): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  return typeof value;
}
