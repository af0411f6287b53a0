import type { HubAnnotations } from "../chart/hub-annotations.ts";
import type { ChartMetadata } from "../chart/metadata.ts";
import { distinct } from "./short-texts.ts";

const AFFIXES = /^(?:helm|chart)-|-(?:helm-charts?|helm|charts?)$/g;
/** Owners' names that say nothing. */
const MIN_OWNER = 3;

const SEPARATOR = /[-_.]/g;

/** The name without what joins its words, for those who type `argocd`. */
export function joinName(name: string): string {
  return name.replaceAll(SEPARATOR, "");
}

/** The words of a name: `argo` and `cd`. */
export function nameWordsOf(name: string): readonly string[] {
  return name.split(SEPARATOR);
}

/** Names a chart also goes by: what its makers say, the name without `helm-` and `-chart`, what its repository is called. */
export function aliasesOf(name: string, repository: string, hub: HubAnnotations): readonly string[] {
  const called = repository.split("/").at(-1) ?? "";
  const bare = name.replaceAll(AFFIXES, "");
  return distinct([hub.alternativeName ?? "", bare, called]).filter((alias) => alias !== name);
}

/** What `name:` finds a chart by: its name, with and without what joins the words, each word, and its other names. */
export function namePartsOf(name: string, aliases: readonly string[]): readonly string[] {
  return distinct([name, joinName(name), ...nameWordsOf(name), ...aliases]);
}

/** Owners and repositories that home and sources name, as words: `argoproj argo-cd`. */
export function originOf(metadata: ChartMetadata): string {
  return distinct(addressesOf(metadata).flatMap(({ owner, repository }) => [owner, repository]))
    .slice(0, 20)
    .join(" ");
}

/** Whether a place where a chart lies (source, namespace) carries the name of an owner its home or sources name. */
export function isOwn(metadata: ChartMetadata, places: readonly string[]): boolean {
  const lettersIn = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  return addressesOf(metadata).some(({ owner }) => {
    const letters = lettersIn(owner);
    return letters.length >= MIN_OWNER && places.some((place) => lettersIn(place).includes(letters));
  });
}

function addressesOf({ home, sources }: ChartMetadata): readonly { owner: string; repository: string }[] {
  return [...(home === null ? [] : [home]), ...sources].flatMap((address) => {
    const url = URL.parse(address);
    if (url === null) return [];
    const [owner = "", repository = ""] = url.pathname.split("/").filter((part) => part !== "");
    const forge = /^(?:www\.)?(?:github|gitlab|bitbucket|codeberg)\./.test(url.hostname);
    const site = url.hostname.split(".").at(-2) ?? "";
    return [
      forge ? { owner, repository: repository.replace(/\.git$/, "") } : { owner: site, repository: "" },
    ];
  });
}
