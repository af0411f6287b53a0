import { Html } from "#components/markup/html.tsx";
import type { ChartId } from "#lib/catalog/chart-path.ts";
import { createHighlighter } from "#lib/markup/highlight.ts";
import { type ChartView, installPath } from "../chart-view.ts";
import { CopyButton } from "../copy-button.client.tsx";
import "../../markup/code.css";
import "./install.css";

/** How one tool gets the release. */
export interface WayToInstall {
  readonly id: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly blocks: readonly TextToCopy[];
}

interface TextToCopy {
  readonly title: string;
  readonly language: string;
  readonly text: string;
}

/** Every way to the release, one below the other: who looks for a tool finds it by the links at the top. */
export function InstallTab({
  id,
  address,
  by,
  isLibrary,
  ways,
}: {
  id: ChartId;
  /** What the page's address names, for links that stay on it. */
  address: string | null;
  by: ChartView["by"];
  isLibrary: boolean;
  ways: readonly WayToInstall[];
}) {
  const highlight = createHighlighter();
  return (
    <div className="install">
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
        <ByLinks id={id} address={address} by={by} />
        {ways.length > 1 && <ToolLinks ways={ways} />}
      </div>
      {isLibrary && (
        <p className="mt-4 max-w-[62ch]">
          This is a library chart. It holds templates for other charts and is not installed by itself: a chart
          that uses it lists it among its dependencies.
        </p>
      )}
      {ways.map((way) => (
        <section key={way.id} id={way.id} aria-labelledby={`${way.id}-title`}>
          <h2 id={`${way.id}-title`}>{way.title}</h2>
          {way.notes.map((note) => (
            <p key={note} className="note">
              {note}
            </p>
          ))}
          {way.blocks.map(({ title, language, text }) => (
            <figure key={title}>
              <figcaption>
                {title}
                <CopyButton text={text} label={`Copy: ${way.title}, ${title}`} className="text-link">
                  Copy
                </CopyButton>
              </figcaption>
              <pre>
                <Html as="code" html={highlight(text.trimEnd(), language)} />
              </pre>
            </figure>
          ))}
        </section>
      ))}
    </div>
  );
}

function ByLinks({ id, address, by }: { id: ChartId; address: string | null; by: ChartView["by"] }) {
  return (
    <nav aria-label="How the release is named" className="flex gap-x-4">
      {(["version", "digest"] as const).map((one) => (
        <a
          key={one}
          href={installPath(id, address, one)}
          aria-current={one === by ? "true" : undefined}
          className="border-transparent border-b-2 pb-0.5 text-ink-2 hover:text-ink aria-[current]:border-signal aria-[current]:font-semibold aria-[current]:text-ink"
        >
          By {one}
        </a>
      ))}
    </nav>
  );
}

function ToolLinks({ ways }: { ways: readonly WayToInstall[] }) {
  return (
    <nav aria-label="Tools">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {ways.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} className="text-link">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
