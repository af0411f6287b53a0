import packageJson from "../../package.json" with { type: "json" };

/** Name and version of what is running. */
export function Footer() {
  return (
    <footer className="border-rule border-t text-ink-3 text-sm">
      <p className="page-width py-5">Chartroom {packageJson.version}</p>
    </footer>
  );
}
