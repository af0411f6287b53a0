import type { ChartRelease } from "#lib/catalog/catalog.ts";
import { filePath } from "#lib/catalog/chart-path.ts";
import { ExternalLink } from "../external-link.tsx";
import { Fact } from "./fact.tsx";

/** What SPDX has a page for, by the form of its ids: `Apache-2.0`, `BSD-3-Clause`, `GPL-3.0-or-later`, and the short ones. */
const SPDX =
  /^(?:MIT|ISC|Unlicense|[A-Za-z][A-Za-z0-9-]{0,30}-\d{1,2}(?:\.\d{1,2}){0,2}(?:-[A-Za-z-]{1,20})?)$/;

/** What the chart may be used for: as its annotation or its licence file says. */
export function LicenceFact({ release, license }: { release: ChartRelease; license: string | null }) {
  const { id, summary, content, metadata } = release;
  const file = content.kind === "available" ? (content.content.license?.path ?? null) : null;
  const said =
    license ?? metadata?.annotations["artifacthub.io/license"] ?? metadata?.annotations.licenses ?? null;
  if (said === null && file === null) return null;
  return (
    <Fact name="Licence">
      {said !== null && (
        <dd className="break-words">
          {said.split(/( )/).map((word, index) =>
            SPDX.test(word) ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: words of one text, whose order never changes
              <ExternalLink key={index} href={`https://spdx.org/licenses/${word}.html`}>
                {word}
              </ExternalLink>
            ) : (
              word
            ),
          )}
        </dd>
      )}
      {file !== null && (
        <dd>
          <a href={filePath(id, summary.version, file)} className="text-link">
            {file}
          </a>
        </dd>
      )}
    </Fact>
  );
}
