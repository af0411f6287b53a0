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
  // Go writes the two ends of a connection as `10.0.0.1:4711->10.0.0.2:80`.
  return message.replace(/(?:(?!->)[^\s()"',;<>@{}|\x60])+/g, (word) => {
    const clear = clearWord(word, own, BEFORE_HOST.test(before));
    before = `${before.slice(before.lastIndexOf(" "))} ${word}`;
    return clear;
  });
}

/** Takes off a word what ends a sentence or a clause, brackets, and a label such as `DNS:` or `host=`. */
function clearWord(word: string, own: string, isPlace: boolean): string {
  const bare = word.replace(/[:.,!?]{1,3}$/, "");
  const { start, core, close } = takeBrackets(bare);
  const end = close + word.slice(bare.length);
  const scheme = core.search(/[a-z][a-z0-9+.-]{0,20}:\/\//i);
  if (scheme >= 0) {
    const url = core.slice(scheme);
    const isOwn = URL.parse(url)?.host === own && url.split("://").length === 2;
    return isOwn ? word : `${start}${core.slice(0, scheme)}${WITHHELD}${end}`;
  }
  const labelled = isIP(core) === 0 ? /^([a-z][a-z_-]{0,20}[:=])(\D.*|.*[.:].*)$/i.exec(core) : null;
  const [, label = "", rest = core] = labelled ?? [];
  const [host = "", ...path] = rest.split("/");
  if (isForeign(host, own, isPlace)) return start + label + [WITHHELD, ...path].join("/") + end;
  // Java writes an address as `name/10.0.0.1:80`.
  return path.some((part) => isForeignIp(part, own)) ? `${start}${label}${WITHHELD}${end}` : word;
}

/** The brackets of a list, of which a word may have either or both; those of an IPv6 address are its own. */
function takeBrackets(word: string): {
  readonly start: string;
  readonly core: string;
  readonly close: string;
} {
  const opens = word.startsWith("[");
  const closes = word.endsWith("]");
  const hasBoth = word.includes("[") && word.includes("]");
  const isPair = opens && closes && isIP(word.slice(1, -1)) === 0;
  const start = opens && (isPair || !hasBoth) ? "[" : "";
  const close = closes && (isPair || !hasBoth) ? "]" : "";
  return { start, core: word.slice(start.length, word.length - close.length), close };
}

function isForeign(text: string, own: string, isPlace: boolean): boolean {
  if (isForeignIp(text, own)) return true;
  const name = hostOf(text);
  if (name === "" || isOwn(text, own)) return false;
  if (HOST_AND_PORT.test(text)) return true;
  if (HOST_NAME.test(name)) return !FILE.test(name);
  return isPlace && /^[a-z0-9][a-z0-9-]*$/i.test(name);
}

function isForeignIp(text: string, own: string): boolean {
  return (isIP(text) !== 0 || isIP(hostOf(text)) !== 0) && !isOwn(text, own);
}

function isOwn(text: string, own: string): boolean {
  return text === own || hostOf(text) === URL.parse(`http://${own}`)?.hostname;
}

/** A host without its port, and an IPv6 address without its brackets. */
function hostOf(text: string): string {
  return text.replace(/^\[|\]?(?::\d{1,5})?$/g, "");
}
