import { expect, test } from "vitest";
import { isGoodFor } from "./last-confirmed";

const MINUTE = 60_000;

test("what takes five minutes can begin in the first five of ten", () => {
  expect(isGoodFor(5 * MINUTE, { at: 0, now: 5 * MINUTE })).toBe(true);
  expect(isGoodFor(5 * MINUTE, { at: 0, now: 5 * MINUTE + 1 })).toBe(false);
});
