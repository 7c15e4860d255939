import { expect, test } from "vitest";
import { isComposing } from "./composing";

test.each([
  ["a key while a word is chosen", { isComposing: true, keyCode: 13 }, true],
  ["the Enter that ends it in Safari", { isComposing: false, keyCode: 229 }, true],
  ["Enter", { isComposing: false, keyCode: 13 }, false],
])("%s", (_name, event, expected) => {
  expect(isComposing(event)).toBe(expected);
});
