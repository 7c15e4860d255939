import { describe, expect, test } from "vitest";
import { allEndText } from "./session-words";

describe("allEndText", () => {
  test("speaks of the only session alone", () => {
    expect(allEndText(1)).toBe("This session ends immediately.");
  });

  test("counts several, the one in use among them", () => {
    expect(allEndText(2)).toBe("2 sessions end immediately, including this one.");
    expect(allEndText(1000)).toBe("1,000 sessions end immediately, including this one.");
  });
});
