declare module "markdown-it-footnote" {
  import type { MarkdownIt } from "markdown-it";

  const footnotePlugin: (md: MarkdownIt) => void;
  // biome-ignore lint/style/noDefaultExport: the package has no types of its own, and this is what it exports
  export default footnotePlugin;
}
