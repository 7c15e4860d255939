import { expect, test } from "vitest";
import { foldCase } from "./fold";

test.each([
  ["Ada OSEI", "ada osei"],
  ["ΟΔΟΣ", "οδοσ"],
  ["ΟΔΟΣΑ", "οδοσα"],
  ["οδος", "οδοσ"],
])("%s is looked for as %s", (text, folded) => {
  expect(foldCase(text)).toBe(folded);
});
