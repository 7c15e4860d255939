import { describe, expect, test } from "vitest";
import { allEndText } from "./session-words";

describe("allEndText", () => {
  test("speaks of the only session alone", () => {
    expect(allEndText(1)).toBe("This session ends at once.");
  });

  test("counts several, the one in use among them", () => {
    expect(allEndText(2)).toBe("2 sessions end at once, this one too.");
    expect(allEndText(1000)).toBe("1,000 sessions end at once, this one too.");
  });
});
