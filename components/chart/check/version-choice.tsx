import { controlStyle } from "#components/ui/control-style.ts";

/** A choice among versions, newest first; `none` is what no version at all is called. */
export function VersionChoice({
  label,
  value,
  versions,
  none,
  onChoose,
}: {
  label: string;
  value: string;
  versions: readonly string[];
  none?: string;
  onChoose: (version: string) => void;
}) {
  return (
    <label className="flex min-w-0 max-w-full flex-col gap-0.5 text-ink-2 text-sm">
      {label}
      <select
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value)}
        className={`${controlStyle.field} min-w-0 max-w-full text-base sm:text-sm`}
      >
        {none !== undefined && <option value="">{none}</option>}
        {versions.map((version) => (
          <option key={version} value={version}>
            {version}
          </option>
        ))}
      </select>
    </label>
  );
}
