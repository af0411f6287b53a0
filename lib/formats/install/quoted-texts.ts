/** What no shell reads as anything but itself. */
const PLAIN_WORD = /^[\w./@:+=,-]+$/;
const CONTROLS = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
/** What HCL would replace: `${…}` and `%{…}`. */
const TEMPLATE = /([$%])\{/g;

/** A word as a POSIX shell takes it. What a reader could not see is written in Bash's escapes. */
export function shellWord(text: string): string {
  if (PLAIN_WORD.test(text)) return text;
  if (!CONTROLS.test(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  const visible = text.replace(/[\\']/g, "\\$&").replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, escaped);
  return `$'${visible}'`;
}

/** A string of HCL, which a template in it does not leave. */
export function hclString(text: string): string {
  return JSON.stringify(text.toWellFormed())
    .replace(/[^ -~]/gu, escaped)
    .replace(TEMPLATE, "$1$1{");
}

/**
 * A string of YAML in double quotes. Attack: tools fill in `{{ … }}` and `${…}` before they read the YAML (Helmfile, Flux's
 * substitution), and one of them runs commands, so neither stands there as such.
 */
export function yamlString(text: string): string {
  return JSON.stringify(text.toWellFormed())
    .replace(/[^ -~]/gu, escaped)
    .replace(/[{}$%]/g, (mark) => `\\x${mark.charCodeAt(0).toString(16)}`);
}

/** YAML, HCL and Bash agree on these two. */
function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
}
