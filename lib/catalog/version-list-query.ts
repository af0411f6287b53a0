import type { Channel } from "../chart/version.ts";

/** What a list of versions can be ordered by. */
export const VERSION_ORDERS = ["version", "app", "released"] as const;
/** One of them. */
export type VersionOrder = (typeof VERSION_ORDERS)[number];

/** The kinds of version, as lists tell them apart. */
export const CHANNELS = ["stable", "prerelease", "other"] as const satisfies readonly Channel[];

/** Which versions of a chart are listed, and how. */
export interface VersionListQuery {
  /** Null: every one. */
  readonly channel: Channel | null;
  /** A range as Helm reads it; empty for any version. */
  readonly range: string;
  /** What the app version holds, in any case; empty for any. */
  readonly app: string;
  readonly order: VersionOrder;
  readonly ascending: boolean;
}

/** What is listed without being asked for: everything, newest version first. */
export const EVERY_VERSION: VersionListQuery = {
  channel: null,
  range: "",
  app: "",
  order: "version",
  ascending: false,
};

const MAX_TEXT = 100;

/** Total: what cannot be read is its default. */
export function parseVersionListQuery(params: URLSearchParams): VersionListQuery {
  const [channel, order] = [params.get("channel"), params.get("sort")];
  return {
    channel: CHANNELS.find((known) => known === channel) ?? null,
    range: textOf(params.get("range")),
    app: textOf(params.get("app")),
    order: VERSION_ORDERS.find((known) => known === order) ?? "version",
    ascending: params.get("order") === "ascending",
  };
}

/** The parameters of a query, as pairs; defaults are left out. */
export function formatVersionListQuery(query: VersionListQuery): readonly (readonly [string, string])[] {
  const { channel, range, app, order, ascending } = query;
  const pairs = [
    ["channel", channel ?? ""],
    ["range", range],
    ["app", app],
    ["sort", order === "version" ? "" : order],
    ["order", ascending ? "ascending" : ""],
  ] as const;
  return pairs.filter(([, value]) => value !== "");
}

/** Whether a query leaves something out. */
export function isFiltered({ channel, range, app }: VersionListQuery): boolean {
  return channel !== null || range !== "" || app !== "";
}

function textOf(value: string | null): string {
  return (value ?? "").trim().slice(0, MAX_TEXT).toWellFormed();
}
