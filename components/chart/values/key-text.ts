/** What can be copied of a key. */
export type KeyTextKind = "path" | "set" | "yaml";

/** Asks the page of a key, which is the one place that writes these texts. */
export async function fetchKeyText(path: string, kind: KeyTextKind): Promise<string> {
  const answer = await fetch(`?tab=values&only=key&key=${encodeURIComponent(path)}`);
  if (!answer.ok) throw new Error(`the page of the key answered ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const text = page.querySelector(`[data-key-text="${kind}"]`)?.textContent;
  if (text === undefined || text === null) throw new Error("the page of the key has no such text");
  return text;
}
