// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${NAME}` is the notation of the configuration file

/*
 * `${NAME}` is resolved in the scalars of the parsed document and not in the text, so that a password with `#`, `: ` or a
 * line break in it cannot change the document. But a bare `${NAME}` is no legal scalar within `{ … }`, so the text
 * is parsed with each reference masked by private-use characters: as many as they replace, which keeps every position.
 */
const MASK_OPEN = "\uE000\uE001";
const MASK_CLOSE = "\uE002";
const MASK_ESCAPE = "\uE003\uE004\uE005";

/** Hides `${NAME}` and the escape `$${` from the YAML parser. */
export function maskReferences(text: string): string {
  return text.replace(/\$\$\{|\$\{([^{}"'\n]*)\}/g, (_, name: string | undefined) =>
    name === undefined ? MASK_ESCAPE : `${MASK_OPEN}${name}${MASK_CLOSE}`,
  );
}

/** The text as its author wrote it, references unresolved. */
export function unmaskReferences(text: string): string {
  return text.replaceAll(MASK_ESCAPE, "$${").replaceAll(MASK_OPEN, "${").replaceAll(MASK_CLOSE, "}");
}

/** A masked scalar's value, or why it has none. */
export function resolveReferences(
  masked: string,
  env: Readonly<Record<string, string | undefined>>,
): { readonly value: string } | { readonly message: string; readonly remedy: string } {
  if (masked.includes("${")) {
    return {
      message: "`${` has no closing `}`",
      remedy: "write `${NAME}`, or `$${` for the characters `${`",
    };
  }
  const names = [...masked.matchAll(/\uE000\uE001([^\uE002]*)\uE002/g)].map(([, name = ""]) => name);
  const illegal = names.find((name) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name));
  if (illegal !== undefined) {
    return {
      message: `\`\${${illegal}}\` does not name an environment variable`,
      remedy: "write `${NAME}` with letters, digits and `_`, or `$${` for the characters `${`",
    };
  }
  const unset = names.find((name) => env[name] === undefined);
  if (unset !== undefined) {
    return {
      message: `the environment variable ${unset} is not set`,
      remedy: `set ${unset} where Chartroom is started, or write the value here`,
    };
  }
  const value = masked
    .replace(/\uE000\uE001([^\uE002]*)\uE002/g, (_, name: string) => env[name] ?? "")
    .replaceAll(MASK_ESCAPE, "${");
  return { value };
}
