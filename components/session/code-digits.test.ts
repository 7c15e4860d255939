import { expect, test } from "vitest";
import { codeDigits, isWholeCode } from "./code-digits";

test.each(["123456", " 123 456 ", "123-456", "12\u00a03456\n"])("%j is a whole code", (text) => {
  expect(isWholeCode(text)).toBe(true);
  expect(codeDigits(text)).toBe("123456");
});

test.each(["", "12345", "1234567", "12345a", "١٢٣٤٥٦"])("%j is none", (text) => {
  expect(isWholeCode(text)).toBe(false);
});
