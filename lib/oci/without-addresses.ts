import { isIP } from "node:net";

/** What stands where an address was. */
const WITHHELD = "[address]";
/** A name in a file's place; the others with a dot in them are taken for hosts. */
const FILE = /\.(?:ya?ml|json|tgz|gz|md)$/i;
const LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";
const HOST_NAME = new RegExp(`^(?:\\*\\.)?(?:${LABEL}\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?\\.?$`, "i");
/** Words of Node and Go after which a host stands, even one of a single word. */
const BEFORE_HOST = / (?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ETIMEDOUT|lookup|Host:|leads to)$/;
const HOST_AND_PORT = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?:\d{1,5}$/i;

/**
 * A message for everyone's eyes: addresses that a registry, its token service, its storage or the resolver put into it are
 * taken out, but for those of the one host that is `own` (with its port). Attack: an error page that repeats
 * `dial tcp: lookup redis.internal on 10.0.0.2:53` shows visitors how the network inside is built.
 */
export function withoutAddresses(message: string, own: string): string {
  let before = "";
  return message.replace(/[^\s()"',;<>\x60]+/g, (word) => {
    const clear = clearWord(word, own, BEFORE_HOST.test(before));
    before = `${before.slice(before.lastIndexOf(" "))} ${word}`;
    return clear;
  });
}

/** Takes what ends a sentence or a clause off a word, and a label such as `DNS:` or `host=`. */
function clearWord(word: string, own: string, isPlace: boolean): string {
  const core = word.replace(/[:.,!?]{1,3}$/, "");
  const end = word.slice(core.length);
  const scheme = core.search(/[a-z][a-z0-9+.-]{0,20}:\/\//i);
  if (scheme >= 0) {
    const url = core.slice(scheme);
    return URL.parse(url)?.host === own ? word : `${core.slice(0, scheme)}${WITHHELD}${end}`;
  }
  const [, label = "", rest = core] = /^([a-z][a-z_-]{0,20}[:=])(\D.*|.*[.:].*)$/i.exec(core) ?? [];
  const slash = rest.indexOf("/");
  const host = slash < 0 ? rest : rest.slice(0, slash);
  const path = slash < 0 ? "" : rest.slice(slash);
  return isForeign(host, own, isPlace) ? `${label}${WITHHELD}${path}${end}` : word;
}

function isForeign(text: string, own: string, isPlace: boolean): boolean {
  const name = text.replace(/^\[|\]?(?::\d{1,5})?$/g, "");
  if (text === own || name === "" || name === URL.parse(`http://${own}`)?.hostname) return false;
  if (isIP(text) !== 0 || isIP(name) !== 0) return true;
  if (HOST_AND_PORT.test(text)) return true;
  if (HOST_NAME.test(name)) return !FILE.test(name);
  return isPlace && /^[a-z0-9][a-z0-9-]*$/i.test(name);
}
