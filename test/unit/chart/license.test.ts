import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseLicense, recognizeLicense } from "#lib/chart/license.ts";

describe("a licence file", () => {
  const files: readonly (readonly [license: string | null, text: string])[] = [
    ["Apache-2.0", "                    Apache License\n              Version 2.0, January 2004\n"],
    ["Apache-2.0", 'Licensed under the Apache License, Version 2.0 (the "License");'],
    [
      "MIT",
      "Permission is hereby granted, free of charge, to any person obtaining a copy\nof this software and",
    ],
    ["MPL-2.0", "Mozilla Public License, version 2.0\n … GNU General Public License, Version 2.0"],
    [
      "GPL-3.0",
      "GNU GENERAL PUBLIC LICENSE\n  Version 3, 29 June 2007 … GNU Affero General Public License version 3",
    ],
    ["AGPL-3.0", "GNU AFFERO GENERAL PUBLIC LICENSE\n  Version 3 … GNU General Public License version 3"],
    ["LGPL-3.0", "GNU LESSER GENERAL PUBLIC LICENSE Version 3 … version 3 of the GNU GPL"],
    ["GPL-2.0", "GNU GENERAL PUBLIC LICENSE\n Version 2, June 1991"],
    ["BSD-2-Clause", "Redistribution and use in source and binary forms, with or without modification, are"],
    [
      "BSD-3-Clause",
      "Redistribution and use in source and binary forms, with or without\nmodification, are permitted … may be used to endorse or promote products derived from this software without",
    ],
    [
      "ISC",
      "Permission to use, copy, modify, and/or distribute this software for any\npurpose with or without fee",
    ],
    ["BUSL-1.1", "Business Source License 1.1\n … Change License: Apache License, Version 2.0"],
    ["Unlicense", "This is free and unencumbered software released into the public domain."],
    [null, "All rights reserved."],
    [null, ""],
  ];
  for (const [license, text] of files) {
    test(`${license}: ${text.slice(0, 40)}`, () => assert.equal(recognizeLicense(text), license));
  }
});

test("an annotation says an id, an expression, or what people call a licence", () => {
  const said = [
    ["Apache-2.0", "Apache-2.0"],
    ["apache-2.0", "Apache-2.0"],
    ["Apache 2.0", "Apache-2.0"],
    ["Apache License, Version 2.0", "Apache-2.0"],
    ["- Apache-2.0\n", "Apache-2.0"],
    ["MIT License", "MIT"],
    ["EUPL-1.2", "EUPL-1.2"],
    ["MIT OR Apache-2.0", "MIT OR Apache-2.0"],
    ["see the file", null],
    ["", null],
  ] as const;
  for (const [text, license] of said) assert.equal(parseLicense(text), license, text);
});
