import { expect, test } from "vitest";
import { totpCode } from "./schema";
import { codeDigits, isWholeCode } from "./values";

test.each(["123456", " 123 456 ", "123-456", "12\u00a03456"])("%j is a whole code", (text) => {
  expect(isWholeCode(text)).toBe(true);
  expect(codeDigits(text)).toBe("123456");
  expect(totpCode.parse(text)).toBe("123456");
});

test.each(["", "12345", "1234567", "12345a", "١٢٣٤٥٦"])("%j is none", (text) => {
  expect(isWholeCode(text)).toBe(false);
  expect(totpCode.safeParse(text).success).toBe(false);
});
