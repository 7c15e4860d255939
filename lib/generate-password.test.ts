import { expect, test } from "vitest";
import { generatePassword } from "./generate-password";

test("a generated password has four groups of five unmistakable signs", () => {
  for (let round = 0; round < 200; round += 1) {
    expect(generatePassword()).toMatch(
      /^([a-km-np-zA-HJ-NP-Z2-9]{5}-){3}[a-km-np-zA-HJ-NP-Z2-9]{5}$/,
    );
  }
});

test("two are never the same", () => {
  expect(new Set(Array.from({ length: 500 }, () => generatePassword())).size).toBe(500);
});

test.each([
  [5, 23],
  [23, 23],
  [24, 29],
  [64, 65],
])("where %i characters are the fewest allowed it has %i", (minLength, length) => {
  expect(generatePassword(minLength)).toHaveLength(length);
});
