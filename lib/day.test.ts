import { describe, expect, test } from "vitest";
import { dayOf, endOfDay, startOfDay } from "./day";

describe("startOfDay and endOfDay", () => {
  test("enclose the day, and lead back to it", () => {
    const [start, end] = [startOfDay("2026-03-29"), endOfDay("2026-03-29")];
    expect(dayOf(start)).toBe("2026-03-29");
    expect(dayOf(end)).toBe("2026-03-29");
    expect(Date.parse(end ?? "") - Date.parse(start ?? "")).toBeGreaterThan(22 * 3_600_000);
  });

  test.each(["", "soon", "2026-13-01"])("%j is no day", (day) => {
    expect(startOfDay(day)).toBeUndefined();
  });
});
