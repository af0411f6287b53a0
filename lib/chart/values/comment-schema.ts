/** What helm-schema writes JSON Schema between, and bitnami the words of a section. */
const FENCE = /^\s*@(schema|descriptionStart|descriptionEnd)\s*$/;
/** What helm-values-schema-json writes in one line: `@schema type:[string, null];minLength:1;required`. */
const INLINE = /^\s*@schema\s+(\S.*)$/;

const MAX_PARTS = 50;

/** The lines of a comment that are the author's words. */
export function withoutSchema(texts: readonly string[]): readonly string[] {
  let inside = false;
  return texts.filter((text) => {
    const fence = FENCE.test(text);
    if (fence) inside = !inside;
    return !fence && !inside;
  });
}

/** The JSON Schema in a comment, as YAML; null if there is none. */
export function schemaIn(texts: readonly string[]): string | null {
  const lines: string[] = [];
  let inside = false;
  for (const text of texts) {
    if (FENCE.exec(text)?.[1] === "schema") inside = !inside;
    else if (inside) lines.push(text);
    else lines.push(...inlineSchema(text));
  }
  return lines.length === 0 ? null : lines.join("\n");
}

/** The comment behind a value without the schema in it, and that schema. */
export function splitInline(text: string): { readonly words: string; readonly schema: string | null } {
  const at = text.search(/(?:^|\s)@schema\s/);
  if (at < 0) return { words: text, schema: null };
  const lines = inlineSchema(text.slice(at));
  return { words: text.slice(0, at), schema: lines.length === 0 ? null : lines.join("\n") };
}

function inlineSchema(text: string): readonly string[] {
  const parts = INLINE.exec(text)?.[1]?.split(";").slice(0, MAX_PARTS) ?? [];
  return parts.flatMap((part) => {
    const [, name = "", value] = /^\s*([A-Za-z$]+)\s*(?::\s*(.*))?$/.exec(part) ?? [];
    if (name === "") return [];
    if (name === "item") return [`items: {type: ${value ?? ""}}`];
    return [`${name}: ${value ?? "true"}`];
  });
}
