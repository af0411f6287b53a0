import packageJson from "../../package.json" with { type: "json" };

/** Name and version of what is running. */
export function Footer() {
  return (
    <footer className="border-rule border-t text-ink-3 text-sm">
      <div className="page-width flex flex-wrap gap-x-5 gap-y-1 py-5">
        <span>Chartroom {packageJson.version}</span>
        <a href="/sources" className="text-link">
          Where these charts come from
        </a>
      </div>
    </footer>
  );
}
