import { describe, expect, test } from "vitest";
import { endOfDay, startOfDay } from "@/lib/day";
import { lastDays, rangeText } from "./date-range";

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

describe("lastDays", () => {
  test("counts today as one of them", () => {
    const { from, to } = lastDays(7, new Date(2026, 10, 24, 15, 30));
    expect(from).toBe(startOfDay("2026-11-18"));
    expect(to).toBeUndefined();
  });
});

describe("rangeText", () => {
  test("names days at their edges", () => {
    const [from, to] = [startOfDay("2026-11-01"), endOfDay("2026-11-24")];
    expect(rangeText(from, to, zone)).toBe("Nov 1, 2026 – Nov 24, 2026");
    expect(rangeText(from, undefined, zone)).toBe("since Nov 1, 2026");
    expect(rangeText(undefined, to, zone)).toBe("until Nov 24, 2026");
    expect(rangeText(from, endOfDay("2026-11-01"), zone)).toBe("Nov 1, 2026");
  });

  test("gives the time of any other moment", () => {
    const noon = new Date(2026, 10, 24, 12, 0).toISOString();
    expect(rangeText(noon, undefined, zone)).toBe("since Nov 24, 2026, 12:00");
  });

  test("says nothing without a choice, and repeats what is no time", () => {
    expect(rangeText(undefined, undefined, zone)).toBeUndefined();
    expect(rangeText("soon", undefined, zone)).toBe("since soon");
  });
});
