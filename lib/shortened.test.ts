import { expect, test } from "vitest";
import { noSuch } from "./no-such";
import { shortened } from "./shortened";

test("what fits stays as it is", () => {
  expect(shortened("x".repeat(254))).toBe("x".repeat(254));
  expect(noSuch("user", "ada")).toBe('There is no user "ada".');
});

test("what does not loses its end, between two signs", () => {
  expect(shortened("x".repeat(255))).toBe(`${"x".repeat(254)}…`);
  expect(shortened("🦄".repeat(255))).toBe(`${"🦄".repeat(254)}…`);
  expect(shortened("abc", 2)).toBe("ab…");
});
