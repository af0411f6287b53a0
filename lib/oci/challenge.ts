/** One way a server offers to be authenticated to (RFC 9110, 11.6.1). */
export interface Challenge {
  /** In lower case, such as `bearer`. */
  readonly scheme: string;
  /** By name in lower case; of a name given twice, the first counts. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly token68: string | null;
}

const TOKEN = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y;
const TOKEN68 = /[A-Za-z0-9\-._~+/]+=*(?=[ \t]*(?:,|$))/y;
const PARAMETER_NAME = /([!#$%&'*+\-.^_`|~0-9A-Za-z]+)[ \t]*=[ \t]*/y;
const QUOTED = /"((?:[^"\\]|\\.)*)"/sy;
/** Wider than a token: some servers leave the quotes off an address. */
const UNQUOTED = /[^\s,"]+/y;
const SPACES = /[ \t]*/y;
const SEPARATORS = /[ \t,]*/y;

/**
 * Reads a `WWW-Authenticate` field: any number of challenges, their parameters in any order. Null if it is malformed.
 * Challenges and parameters are both separated by commas, so what follows a comma is a parameter only if it has a `=`.
 */
export function parseChallenges(field: string): readonly Challenge[] | null {
  const cursor = createCursor(field);
  const challenges: Challenge[] = [];
  cursor.take(SEPARATORS);
  while (!cursor.atEnd()) {
    const scheme = cursor.take(TOKEN)?.[0];
    if (scheme === undefined) return null;
    cursor.take(SPACES);
    const token68 = cursor.take(TOKEN68)?.[0] ?? null;
    const parameters = token68 === null ? takeParameters(cursor) : new Map<string, string>();
    if (parameters === null) return null;
    challenges.push({ scheme: scheme.toLowerCase(), parameters, token68 });
    if (!cursor.take(SEPARATORS)?.[0].includes(",") && !cursor.atEnd()) return null;
  }
  return challenges;
}

/** Null if a parameter has no readable value. */
function takeParameters(cursor: Cursor): ReadonlyMap<string, string> | null {
  const parameters = new Map<string, string>();
  for (;;) {
    const before = cursor.position;
    const separated = cursor.take(SEPARATORS)?.[0].includes(",") || parameters.size === 0;
    const name = separated ? cursor.take(PARAMETER_NAME)?.[1]?.toLowerCase() : undefined;
    if (name === undefined) {
      cursor.position = before;
      return parameters;
    }
    const quoted = cursor.take(QUOTED)?.[1];
    const value = quoted?.replace(/\\(.)/gs, "$1") ?? cursor.take(UNQUOTED)?.[0];
    if (value === undefined) return null;
    if (!parameters.has(name)) parameters.set(name, value);
  }
}

interface Cursor {
  position: number;
  take(sticky: RegExp): RegExpExecArray | null;
  atEnd(): boolean;
}

function createCursor(text: string): Cursor {
  return {
    position: 0,
    take(sticky) {
      sticky.lastIndex = this.position;
      const match = sticky.exec(text);
      if (match !== null) this.position = sticky.lastIndex;
      return match;
    },
    atEnd() {
      return this.position >= text.length;
    },
  };
}
