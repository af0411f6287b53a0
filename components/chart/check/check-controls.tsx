import type { ChangeEvent } from "react";
import { controlStyle } from "#components/ui/control-style.ts";
import { VersionChoice } from "./version-choice.tsx";

/** Which version a file is checked against, and which it was written for; empty for none. */
export interface CheckedVersions {
  readonly against: string;
  readonly from: string;
}

/** What a check is about, above the field for the file. */
export function CheckControls({
  versions,
  chosen: { against, from },
  onChoose,
  onFile,
  onClear,
}: {
  versions: readonly string[];
  chosen: CheckedVersions;
  onChoose: (chosen: CheckedVersions) => void;
  onFile: (file: File | undefined) => void;
  onClear: () => void;
}) {
  function pick(event: ChangeEvent<HTMLInputElement>) {
    onFile(event.currentTarget.files?.[0]);
    event.currentTarget.value = "";
  }

  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2.5">
      <VersionChoice
        label="Check against"
        value={against}
        versions={versions}
        onChoose={(chosen) => onChoose({ against: chosen, from })}
      />
      <VersionChoice
        label="Written for"
        value={from}
        versions={versions}
        none="no version in particular"
        onChoose={(chosen) => onChoose({ against, from: chosen })}
      />
      <label
        className={`${controlStyle.secondary} cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-signal`}
      >
        <input type="file" accept=".yaml,.yml,.json,text/*" onChange={pick} className="sr-only" />
        Open a file
      </label>
      <button type="button" onClick={onClear} className={controlStyle.secondary}>
        Clear
      </button>
    </div>
  );
}
