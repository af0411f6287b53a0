import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { pictureTypeOf } from "#lib/pictures/picture-type.ts";
import { PIXEL } from "#test/support/picture-host.ts";
import { withinProcessorTime } from "../../support/processor-time.ts";

const latin = (text: string) => Buffer.from(text, "latin1");
const svg = (before: string) => Buffer.from(`${before}<svg xmlns="http://www.w3.org/2000/svg"/>`);

describe("what bytes are", () => {
  const PICTURES: readonly (readonly [string, Buffer])[] = [
    ["image/png", PIXEL],
    ["image/jpeg", latin("\xff\xd8\xff\xe0\0\x10JFIF")],
    ["image/gif", latin("GIF89a\x01\0\x01\0")],
    ["image/webp", latin("RIFF\x1a\0\0\0WEBPVP8L")],
    ["image/avif", latin("\0\0\0\x20ftypavif\0\0\0\0avifmif1miafMA1B")],
    ["image/avif", latin("\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf")],
    ["image/x-icon", latin(`\0\0\x01\0\x01\0${"\0".repeat(20)}`)],
    ["image/svg+xml", svg("")],
    ["image/svg+xml", svg('\ufeff<?xml version="1.0"?>\n<!-- <html> -->\n<!-- more -->\n')],
    ["image/svg+xml", svg('<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">\n')],
    ["image/svg+xml", svg('<!DOCTYPE svg [\n<!ENTITY ns "http://www.w3.org/2000/svg">\n]>\n')],
  ];
  for (const [type, bytes] of PICTURES) {
    test(`${type}: ${JSON.stringify(bytes.toString("latin1", 0, 24))}`, () =>
      assert.equal(pictureTypeOf(bytes), type));
  }

  const OTHERS: readonly (readonly [string, Buffer])[] = [
    ["nothing", Buffer.alloc(0)],
    ["a page", latin("<!DOCTYPE html><html><svg></svg></html>")],
    ["a page behind comments", latin("<!-- x --><?php ?><html><body><svg>")],
    ["a script", latin("alert(1)//<svg ")],
    ["an element called almost so", latin("<svgx>")],
    ["a comment without an end", latin(`<!-- ${"<svg ".repeat(9)}`)],
    ["a film", latin("\0\0\0\x18ftypmp42\0\0\0\0mp42isom")],
    ["a PDF", latin("%PDF-1.7")],
    ["a sound", latin("RIFF\x1a\0\0\0WAVEfmt ")],
    ["an archive", latin("\x1f\x8b\x08\0")],
  ];
  for (const [name, bytes] of OTHERS)
    test(`${name} is no picture`, () => assert.equal(pictureTypeOf(bytes), null));

  test("any bytes are read to an end, soon", () => {
    const parts = fc.constantFrom(
      "<!--",
      "-->",
      "<?",
      "?>",
      "<!DOCTYPE svg",
      "[",
      "]",
      ">",
      " ",
      "<svg",
      "ftyp",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (list) => void pictureTypeOf(latin(list.join("")))),
    );
    for (const part of ["<!---->", "<?>", " ", "<!DOCTYPE svg>", "<!DOCTYPE svg[", "<!--"]) {
      const bytes = latin(part.repeat(1_000_000));
      withinProcessorTime(500, () => pictureTypeOf(bytes));
    }
  });
});
