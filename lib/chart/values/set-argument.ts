/** What Helm's parser gives a meaning in a name, and in a value. */
const IN_NAME = /[\\.,=[]/g;
const IN_VALUE = /[\\,{}]/g;

/** What a shell passes on as it is. */
const SHELL_SAFE = /^[\w@%+=:,./-]+$/;

/** What `--set` takes for something else than a text: its words in any case, and integers that do not start with 0. */
const TYPED = /^(?:true|false|null|0|[+-]?\d+)$/i;

/**
 * The argument that sets a key to this value, for a shell: `--set`, for a text that looks like something else
 * `--set-string`, and for what neither can say (fractions, lists, objects) `--set-json`.
 */
export function formatSetArgument(names: readonly string[], value: unknown): string {
  const path = names.map((name) => name.replace(IN_NAME, "\\$&")).join(".");
  const { flag, text } = formatSetValue(value);
  return `${flag} ${quoteForShell(`${path}=${text}`)}`;
}

function formatSetValue(value: unknown): { readonly flag: string; readonly text: string } {
  if (typeof value === "string") {
    const flag = TYPED.test(value) ? "--set-string" : "--set";
    return { flag, text: value.replace(IN_VALUE, "\\$&") };
  }
  if (typeof value === "boolean" || value === null || value === undefined)
    return { flag: "--set", text: String(value ?? null) };
  // Of numbers only whole ones, written without an exponent, are read as such.
  if (typeof value === "number" && Number.isSafeInteger(value)) return { flag: "--set", text: String(value) };
  return { flag: "--set-json", text: JSON.stringify(value) };
}

/** What a reader could not see, or what a terminal would take for a key that was pressed; but for the ends of lines. */
const CONTROLS = /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/**
 * Attack: a default with Ctrl-C or the end of a bracketed paste in it, and a command behind that. What is no visible letter stands in
 * Bash's escapes.
 */
function quoteForShell(text: string): string {
  if (text.search(CONTROLS) !== -1) {
    const visible = text.replace(/[\\']/g, "\\$&").replace(CONTROLS, escaped);
    return `$'${visible}'`;
  }
  return SHELL_SAFE.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
}
