/** Characters of a file in which its licence's title or first sentence stands. */
const MAX_HEAD = 20_000;

/** What is found only in this licence; of several, that which stands first in the file is its own. */
const SENTENCES: readonly (readonly [phrase: string, license: string])[] = [
  ["apache license version 2 0", "Apache-2.0"],
  ["permission is hereby granted free of charge to any person obtaining a copy of this software", "MIT"],
  ["redistribution and use in source and binary forms with or without modification", "BSD-2-Clause"],
  ["mozilla public license version 2 0", "MPL-2.0"],
  ["gnu affero general public license version 3", "AGPL-3.0"],
  ["gnu lesser general public license version 3", "LGPL-3.0"],
  ["gnu lesser general public license version 2 1", "LGPL-2.1"],
  ["gnu general public license version 3", "GPL-3.0"],
  ["gnu general public license version 2", "GPL-2.0"],
  ["permission to use copy modify and or distribute this software for any purpose", "ISC"],
  ["this is free and unencumbered software released into the public domain", "Unlicense"],
  ["business source license 1 1", "BUSL-1.1"],
  ["server side public license version 1", "SSPL-1.0"],
  ["elastic license 2 0", "Elastic-2.0"],
  ["eclipse public license v 2 0", "EPL-2.0"],
  ["cc0 1 0 universal", "CC0-1.0"],
];

/** The third clause of BSD, which makes the longer of the two. */
const NO_ENDORSEMENT = "may be used to endorse or promote products derived from this software";

const IDS = new Map([...SENTENCES.map(([, id]) => id), "BSD-3-Clause"].map((id) => [id.toLowerCase(), id]));

/** What people write for an id. */
const NAMES: readonly (readonly [name: RegExp, license: string])[] = [
  [/^apache(?:[ -]license)?,?[ -]?(?:version |v)?2(?:\.0)?$/i, "Apache-2.0"],
  [/^(?:the )?mit license$/i, "MIT"],
];

/** One or more SPDX ids, as `Apache-2.0 OR MIT`. */
const EXPRESSION =
  /^[A-Za-z0-9][A-Za-z0-9.+-]{0,49}(?: (?:AND|OR|WITH) [A-Za-z0-9][A-Za-z0-9.+-]{0,49}){0,5}$/;

/** The SPDX id of a licence file, by the sentences only that licence has; null if it is none of the common ones. */
export function recognizeLicense(text: string): string | null {
  const words = plainWords(text.slice(0, MAX_HEAD));
  let found: { readonly at: number; readonly license: string } | null = null;
  for (const [phrase, license] of SENTENCES) {
    const at = words.indexOf(phrase);
    if (at !== -1 && (found === null || at < found.at)) found = { at, license };
  }
  if (found?.license === "BSD-2-Clause" && words.includes(NO_ENDORSEMENT)) return "BSD-3-Clause";
  return found?.license ?? null;
}

/** What an annotation says the licence is: an SPDX id or expression, or words for a licence this can recognize. */
export function parseLicense(text: string): string | null {
  // Some write a list, of one.
  const said = text.replace(/^\s*-\s/, "").trim();
  const known = IDS.get(said.toLowerCase());
  if (known !== undefined) return known;
  const named = NAMES.find(([name]) => name.test(said))?.[1];
  return named ?? (EXPRESSION.test(said) ? said : recognizeLicense(said));
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
