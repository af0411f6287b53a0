import type { ChartId } from "#lib/catalog/chart-path.ts";

/** The text a visitor checks, kept by the browser until the tab is closed; it never leaves it. A browser that keeps nothing is no failure. */
export interface KeptText {
  readonly read: () => string;
  readonly write: (text: string) => void;
}

/** Of one chart, whichever of its versions is looked at. */
export function keptText({ source, repository }: ChartId): KeptText {
  const name = `chartroom.check:${source}/${repository}`;
  return {
    read: () => attempt(() => sessionStorage.getItem(name)) ?? "",
    write: (text) => {
      attempt(() => (text === "" ? sessionStorage.removeItem(name) : sessionStorage.setItem(name, text)));
    },
  };
}

function attempt<T>(use: () => T): T | null {
  try {
    return use();
  } catch {
    return null;
  }
}
