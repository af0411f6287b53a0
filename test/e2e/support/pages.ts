import { readSources } from "../../support/product.ts";
import { productUrl } from "./browser.ts";

/** A page to be looked at in every way a person might. */
export interface PageSample {
  /** What one sees there. */
  readonly name: string;
  /** `{source}` stands for the name of the source of this run. */
  readonly address: string;
  readonly status: number;
}

/** A file of the hostile chart, as an address names it. */
export const HOSTILE_TEMPLATE = encodeURIComponent("templates/<img src=x onerror=alert(1)>.yaml");

/** Each file of the app that makes a page, with addresses that show it; the architecture test keeps the list complete. */
export const PAGES: Readonly<Record<string, readonly PageSample[]>> = {
  "app/page.tsx": [
    { name: "everything", address: "/", status: 200 },
    { name: "a search", address: "/?q=redis&namespace=data", status: 200 },
    {
      name: "a search with filters and mistakes",
      address: "/?q=redis+value:auth+-is:deprecated+is:singed+imgae:redis&namespace=data",
      status: 200,
    },
    { name: "nothing found", address: "/?q=zzqxjwv", status: 200 },
    { name: "a page past the end", address: "/?page=50", status: 200 },
  ],
  "app/charts/[...path]/page.tsx": [
    { name: "a chart", address: "/charts/{source}/data/redis", status: 200 },
    { name: "the values of a chart", address: "/charts/{source}/data/redis?tab=values", status: 200 },
    {
      name: "one values key",
      address: "/charts/{source}/data/redis?tab=values&key=networkPolicy.enabled",
      status: 200,
    },
    {
      name: "one values key alone",
      address: "/charts/{source}/data/postgresql?tab=values&key=parameters&only=key",
      status: 200,
    },
    {
      name: "the values of a chart and its subcharts, searched",
      address: "/charts/{source}/observability/metrics-stack?tab=values&find=image",
      status: 200,
    },
    {
      name: "values as the file is",
      address: "/charts/{source}/data/redis?tab=values&view=raw",
      status: 200,
    },
    {
      name: "the check of one's own values",
      address: "/charts/{source}/data/redis?tab=values&view=check",
      status: 200,
    },
    {
      name: "the schema of the values",
      address: "/charts/{source}/data/redis?tab=values&view=raw&file=values.schema.json",
      status: 200,
    },
    { name: "the files of a chart", address: "/charts/{source}/data/redis?tab=templates", status: 200 },
    {
      name: "a file of a subchart",
      address: "/charts/{source}/data/redis?tab=templates&file=charts%2Fcommon%2Ftemplates%2F_names.tpl",
      status: 200,
    },
    {
      name: "where a key is used",
      address: "/charts/{source}/data/redis?tab=templates&find=.Values.persistence.enabled",
      status: 200,
    },
    { name: "versions of a chart", address: "/charts/{source}/data/redis?tab=versions", status: 200 },
    {
      name: "versions filtered and ordered",
      address: "/charts/{source}/data/redis?tab=versions&range=%5E8&sort=released&order=ascending",
      status: 200,
    },
    {
      name: "versions by a range nobody can read",
      address: "/charts/{source}/data/redis?tab=versions&range=%5E%5E",
      status: 200,
    },
    { name: "ways to install", address: "/charts/{source}/data/redis?tab=install", status: 200 },
    {
      name: "ways to install by digest",
      address: "/charts/{source}/data/redis?tab=install&by=digest",
      status: 200,
    },
    { name: "the way to a library", address: "/charts/{source}/platform/common?tab=install", status: 200 },
    {
      name: "a release with build metadata",
      address: "/charts/{source}/data/redis@8.3.1+skerry.2",
      status: 200,
    },
    {
      name: "dependencies of a chart",
      address: "/charts/{source}/platform/argo-cd?tab=dependencies",
      status: 200,
    },
    {
      name: "who uses a chart",
      address: "/charts/{source}/platform/common?tab=dependencies",
      status: 200,
    },
    {
      name: "what a chart makes",
      address: "/charts/{source}/observability/metrics-stack?tab=resources",
      status: 200,
    },
    {
      name: "a kind a chart adds",
      address: "/charts/{source}/platform/argo-cd?tab=resources&crd=applications.argoproj.io",
      status: 200,
    },
    { name: "what changed", address: "/charts/{source}/platform/argo-cd?tab=changes", status: 200 },
    {
      name: "what a hostile chart brings",
      address: "/charts/{source}/hostile/hostile?tab=dependencies",
      status: 200,
    },
    {
      name: "what a hostile chart makes",
      address: "/charts/{source}/hostile/hostile?tab=resources",
      status: 200,
    },
    {
      name: "what changed in a hostile chart",
      address: "/charts/{source}/hostile/hostile?tab=changes",
      status: 200,
    },
    { name: "a library chart", address: "/charts/{source}/platform/common", status: 200 },
    { name: "a deprecated chart", address: "/charts/{source}/archive/elasticsearch", status: 200 },
    {
      name: "a long name",
      address: "/charts/{source}/web/passenger-information-announcement-gateway-for-terminals",
      status: 200,
    },
    { name: "a hostile chart", address: "/charts/{source}/hostile/hostile", status: 200 },
    {
      name: "a hostile template",
      address: `/charts/{source}/hostile/hostile?tab=templates&file=${HOSTILE_TEMPLATE}`,
      status: 200,
    },
    { name: "hostile values", address: "/charts/{source}/hostile/hostile?tab=values", status: 200 },
    { name: "no such chart", address: "/charts/{source}/no/such-chart", status: 404 },
    { name: "no such version", address: "/charts/{source}/data/redis@0.0.0", status: 404 },
  ],
  "app/compare/page.tsx": [
    { name: "no two releases yet", address: "/compare", status: 200 },
    {
      name: "two releases of a chart",
      address: "/compare?from={source}/data/redis@8.0.0&to={source}/data/redis",
      status: 200,
    },
    {
      name: "two charts",
      address: "/compare?from={source}/data/redis&to={source}/data/postgresql",
      status: 200,
    },
    {
      name: "one part of two charts",
      address: "/compare?from={source}/data/redis&to={source}/data/postgresql&part=values",
      status: 200,
    },
    {
      name: "the lines of a file",
      address: "/compare?from={source}/data/redis@8.0.0&to={source}/data/redis&show=values.yaml",
      status: 200,
    },
    {
      name: "a hostile chart beside another",
      address: "/compare?from={source}/data/redis&to={source}/hostile/hostile",
      status: 200,
    },
    {
      name: "a side that is not there",
      address: "/compare?from={source}/data/redis&to={source}/no/such-chart",
      status: 404,
    },
  ],
  "app/sources/page.tsx": [{ name: "sources", address: "/sources", status: 200 }],
  "app/sources/[source]/page.tsx": [
    { name: "one source", address: "/sources/{source}", status: 200 },
    { name: "no such source", address: "/sources/no-such-source", status: 404 },
  ],
  "app/not-found.tsx": [
    { name: "no such address", address: "/no/such/address", status: 404 },
    { name: "an address that cannot be decoded", address: "/charts/%ff", status: 404 },
  ],
};

/** Pages no address leads to, with the reason they are not looked at in a browser. */
export const REACHED_OTHERWISE: Readonly<Record<string, string>> = {
  "app/error.tsx": "shown after a defect of ours only; nothing a visitor does may lead there",
  "app/global-error.tsx": "shown when the layout itself breaks; it shows app/error.tsx",
};

/** All samples, with the addresses of this run. */
export async function readPageSamples(): Promise<readonly PageSample[]> {
  const source = await readSourceId();
  return Object.values(PAGES)
    .flat()
    .map((sample) => ({ ...sample, address: sample.address.replaceAll("{source}", source) }));
}

/** The name of the one source the product of this run has. */
export async function readSourceId(): Promise<string> {
  const [source] = await readSources(productUrl());
  if (source === undefined) throw new Error("the product of this run has no source");
  return source.id;
}
