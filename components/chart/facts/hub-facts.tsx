import type { HubAnnotations } from "#lib/chart/hub-annotations.ts";
import { ExternalLink } from "../external-link.tsx";
import { parseHttpAddress } from "../http-address.ts";
import { Fact } from "./fact.tsx";

/** The levels an operator can have, from the lowest. */
const LEVELS = ["basic install", "seamless upgrades", "full lifecycle", "deep insights", "auto pilot"];
const MAX_LINKS = 20;

/** What Artifact Hub's annotations say beside what has a place of its own. */
export function HubFacts({ hub }: { hub: HubAnnotations }) {
  const { category, operator, operatorCapabilities, containsSecurityUpdates, prerelease, signKey } = hub;
  const level = operatorCapabilities === null ? 0 : LEVELS.indexOf(operatorCapabilities) + 1;
  const marks = [
    containsSecurityUpdates === true ? "contains security updates" : null,
    prerelease === true ? "a prerelease, by its authors" : null,
  ].filter((mark) => mark !== null);
  return (
    <>
      {marks.length > 0 && (
        <Fact name="This release">
          {marks.map((mark) => (
            <dd key={mark}>{mark}</dd>
          ))}
        </Fact>
      )}
      {category !== null && category !== "skip-prediction" && (
        <Fact name="Category">
          <dd>{category.replaceAll("-", " ")}</dd>
        </Fact>
      )}
      {(operator === true || level > 0) && (
        <Fact name="Operator">
          <dd>{level > 0 ? `${operatorCapabilities}, level ${level} of ${LEVELS.length}` : "yes"}</dd>
        </Fact>
      )}
      <Links name="Screenshots" links={hub.screenshots.map(({ title, url }) => ({ label: title, url }))} />
      <Links name="Recommended with it" links={hub.recommendations.map((url) => ({ label: null, url }))} />
      {signKey !== null && (
        <Fact name="Key it is signed with">
          <dd className="break-all font-mono">{signKey.fingerprint ?? "no fingerprint"}</dd>
          <dd>
            <ExternalLink href={parseHttpAddress(signKey.url)?.href ?? ""}>The key</ExternalLink>
            <span className="text-ink-2">, as the authors state it: not verified</span>
          </dd>
        </Fact>
      )}
    </>
  );
}

function Links({
  name,
  links,
}: {
  name: string;
  links: readonly { readonly label: string | null; readonly url: string }[];
}) {
  if (links.length === 0) return null;
  return (
    <Fact name={name}>
      {links.slice(0, MAX_LINKS).map(({ label, url }) => {
        const address = parseHttpAddress(url);
        return address === null ? null : (
          <dd key={url} className="break-words">
            <ExternalLink href={address.href}>{label ?? address.label}</ExternalLink>
          </dd>
        );
      })}
    </Fact>
  );
}
