import { formatBytes, formatCount } from "#components/ui/format.ts";
import { type ChartId, templatePath } from "#lib/catalog/chart-path.ts";
import type { FileTree as Tree, TreeNode } from "./plan-file-tree.ts";

/** Files that are shown as their size: nobody reads them here. */
const BINARY = /\.(?:tgz|gz|zip|tar|jar|bin|exe|so|pdf|woff2?|ttf|ico|png|jpe?g|gif|webp)$/i;

/** The files of an archive. On a narrow screen they fold, above the file. */
export function FileTree({
  id,
  address,
  tree,
  files,
}: {
  id: ChartId;
  address: string | null;
  tree: Tree;
  files: number;
}) {
  return (
    <div className="file-tree">
      <input type="checkbox" id="show-files" className="check-box" />
      <label htmlFor="show-files">
        Show all files <span>{formatCount(files)}</span>
      </label>
      <nav aria-label="Files">
        <Nodes id={id} address={address} nodes={tree.nodes} />
        {tree.left > 0 && <p>{formatCount(tree.left)} more are in the archive.</p>}
      </nav>
    </div>
  );
}

function Nodes({ id, address, nodes }: { id: ChartId; address: string | null; nodes: readonly TreeNode[] }) {
  return (
    <ul>
      {nodes.map((node) => (
        <li key={`${node.kind} ${node.path}`}>
          {node.kind === "folder" ? (
            <details open={node.open}>
              <summary>
                {node.name}/ <span>{formatCount(node.files)}</span>
              </summary>
              <Nodes id={id} address={address} nodes={node.nodes} />
            </details>
          ) : (
            <a href={templatePath(id, address, node.path)} aria-current={node.current ? "page" : undefined}>
              {node.name}
              {node.size !== null && BINARY.test(node.name) && <span> {formatBytes(node.size)}</span>}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
