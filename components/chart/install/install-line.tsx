import type { ChartRelease } from "#lib/catalog/catalog.ts";
import { CopyButton } from "../copy-button.client.tsx";
import { dependencyEntry, installCommand } from "./install-command.ts";

/** How to use the release: the command that installs it, or the entry that makes a library part of another chart. */
export function InstallLine({ release }: { release: ChartRelease }) {
  const isLibrary = release.metadata?.type === "library";
  const text = isLibrary ? dependencyEntry(release) : installCommand(release).join(" ");
  return (
    <div className="mt-4">
      {isLibrary && (
        <p className="mb-1.5 text-ink-2 text-sm">
          A library is not installed by itself: another chart lists it among its dependencies.
        </p>
      )}
      <div className="flex max-w-[61.25rem] items-stretch rounded-sm border border-edge bg-paper">
        <span className="flex items-center border-rule border-r px-3 text-ink-2 text-sm max-sm:hidden">
          {isLibrary ? "Chart.yaml" : "Helm"}
        </span>
        <code className="min-w-0 flex-1 whitespace-pre-wrap px-3 py-2 text-sm/5.5 sm:text-[0.875rem]/6">
          {isLibrary ? text : installCommand(release).map((part) => <Part key={part} text={part} />)}
        </code>
        <CopyButton
          text={text}
          label={isLibrary ? "Copy the dependency" : "Copy the install command"}
          className="min-h-9 min-w-18 shrink-0 rounded-r-xs bg-signal px-4 font-semibold text-on-signal text-sm max-sm:self-end hover:underline hover:underline-offset-3 focus-visible:outline-offset-3"
        >
          Copy
        </CopyButton>
      </div>
    </div>
  );
}

/** A part of the command that breaks onto a line of its own before it breaks within. */
function Part({ text }: { text: string }) {
  return (
    <>
      <span className="inline-block">{text}</span>{" "}
    </>
  );
}
