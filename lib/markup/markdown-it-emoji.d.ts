declare module "markdown-it-emoji/lib/data/full.mjs" {
  /** Characters by the names of their shortcodes. */
  const emoji: Readonly<Record<string, string>>;
  // biome-ignore lint/style/noDefaultExport: the package has no types of its own, and this is what it exports
  export default emoji;
}
