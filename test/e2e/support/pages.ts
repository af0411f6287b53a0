import { productUrl } from "./browser.ts";

/** A page to be looked at in every way a person might. */
export interface PageSample {
  /** What one sees there. */
  readonly name: string;
  /** `{source}` stands for the name of the source of this run. */
  readonly address: string;
  readonly status: number;
}

/** Each file of the app that makes a page, with addresses that show it; the architecture test keeps the list complete. */
export const PAGES: Readonly<Record<string, readonly PageSample[]>> = {
  "app/page.tsx": [
    { name: "everything", address: "/", status: 200 },
    { name: "a search", address: "/?q=redis&namespace=data", status: 200 },
    { name: "nothing found", address: "/?q=zzqxjwv", status: 200 },
    { name: "a page past the end", address: "/?page=50", status: 200 },
  ],
  "app/sources/page.tsx": [{ name: "sources", address: "/sources", status: 200 }],
  "app/not-found.tsx": [{ name: "no such address", address: "/no/such/address", status: 404 }],
};

/** Pages no address leads to, with the reason they are not looked at in a browser. */
export const REACHED_OTHERWISE: Readonly<Record<string, string>> = {
  "app/error.tsx": "shown after a defect of ours only; nothing a visitor does may lead there",
  "app/global-error.tsx": "shown when the layout itself breaks; it shows app/error.tsx",
};

/** All samples, with the addresses of this run. */
export async function readPageSamples(): Promise<readonly PageSample[]> {
  const answer = await fetch(`${productUrl()}/api/v1/sources`);
  const { sources } = (await answer.json()) as { sources: readonly { readonly id: string }[] };
  const source = sources[0]?.id ?? "";
  return Object.values(PAGES)
    .flat()
    .map((sample) => ({ ...sample, address: sample.address.replace("{source}", source) }));
}
