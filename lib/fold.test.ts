import fc from "fast-check";
import { expect, test } from "vitest";
import { foldCase } from "./fold";

test.each([
  ["Ada OSEI", "ada osei"],
  ["ΟΔΟΣ", "οδοσ"],
  ["ΟΔΟΣΑ", "οδοσα"],
  ["οδος", "οδοσ"],
  ["José", "jose"],
  ["Jose\u0301", "jose"],
  ["İbrahim", "ibrahim"],
  ["Işık", "isik"],
  ["Straße", "strasse"],
  ["STRAẞE", "strasse"],
  ["ﬁn", "fin"],
  ["Ａｄａ ①", "ada 1"],
  ["Ёлка", "елка"],
  ["한국", "한국".normalize("NFD")],
])("%s is looked for as %s", (text, folded) => {
  expect(foldCase(text)).toBe(folded);
});

test("the Unicode form and the case that a name comes in do not matter", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const folded = foldCase(text);
      for (const form of ["NFC", "NFD", "NFKC", "NFKD"]) {
        expect(foldCase(text.normalize(form))).toBe(folded);
      }
      expect(foldCase(text.toLowerCase())).toBe(folded);
      expect(foldCase(folded)).toBe(folded);
    }),
  );
});
