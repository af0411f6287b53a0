import { CopyButton } from "../copy-button.client.tsx";

/** The shortest way to use a release. */
export interface QuickInstall {
  readonly isLibrary: boolean;
  /** The command that installs it in the parts a reader tells apart, or the entry that makes a library part of a chart. */
  readonly parts: readonly string[];
}

/** How to use the release, in one line, and where more ways are. */
export function InstallLine({
  install: { isLibrary, parts },
  more,
}: {
  install: QuickInstall;
  /** Null where one is already. */
  more: string | null;
}) {
  const text = parts.join(" ").trimEnd();
  return (
    <div className="mt-4">
      {isLibrary && (
        <p className="mb-1.5 text-ink-2 text-sm">
          A library is not installed by itself: another chart lists it among its dependencies.
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
        <div className="flex min-w-0 max-w-[61.25rem] flex-1 basis-full items-stretch rounded-sm border border-edge bg-paper lg:basis-0">
          <span className="flex items-center border-rule border-r px-3 text-ink-2 text-sm max-sm:hidden">
            {isLibrary ? "Chart.yaml" : "Helm"}
          </span>
          <code className="min-w-0 flex-1 whitespace-pre-wrap px-3 py-2 text-sm/5.5 sm:text-[0.875rem]/6">
            {isLibrary ? text : parts.map((part) => <Part key={part} text={part} />)}
          </code>
          <CopyButton
            text={text}
            label={isLibrary ? "Copy the dependency" : "Copy the install command"}
            className="min-h-9 min-w-18 shrink-0 rounded-r-xs bg-signal px-4 font-semibold text-on-signal text-sm max-sm:self-end hover:underline hover:underline-offset-3 focus-visible:outline-offset-3"
          >
            Copy
          </CopyButton>
        </div>
        {/* On a narrow screen the tab of that name is right below. */}
        {more !== null && !isLibrary && (
          <p className="text-ink-2 text-sm max-sm:hidden">
            <a href={more} className="bg-paper text-link">
              Other ways to install
            </a>
          </p>
        )}
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
