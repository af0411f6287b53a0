/** How readings on demand are switched on, for who runs this; where they are, the pages have a button. */
export function AskingNote({ askable }: { askable: boolean }) {
  if (askable) return null;
  return (
    <p className="mt-6 max-w-[66ch] text-ink-3 text-sm">
      Each source is read at its interval. To have one read from here, start Chartroom with{" "}
      <code>CHARTROOM_ADMIN_TOKEN</code> set.
    </p>
  );
}
